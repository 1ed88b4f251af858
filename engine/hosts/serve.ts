import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { appFolder } from '../appFiles.ts';
import { openBrowser } from './serve/openBrowser.ts';
import { startHost } from './serve/startHost.ts';

/**
 * The browser host: `node dist/engine/serve.js [--port N] [--no-open]`. Runs until Ctrl+C, whether or not a page is open.
 */
// Whoever started the host may stop listening to it; that must not end it.
process.stdout.on('error', () => undefined);

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 22 || (major === 22 && minor < 13)) {
	// The engine's process would end without a word, as the database module does under older ones.
	fail(`Tranche needs Node 22.13 or newer; this is ${process.versions.node}. Start it with npm start.`);
}
const { port, isOpening } = readArguments(process.argv.slice(2));
const folder = join(appFolder(), 'dist/renderer');
if (!existsSync(join(folder, 'index.html'))) {
	fail('The page has not been built yet. Run npm run build once, then start again.');
}
const host = await startHost({
	port,
	folder,
	onEmpty: () => {
		console.log(
			`All windows are closed; Tranche keeps running. Open it again at ${host.address()} or end it with Ctrl+C.`,
		);
	},
}).catch((error: unknown) =>
	fail(
		error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'
			? `Port ${port} is in use by another program. Choose another one with --port, or leave it out.`
			: `Tranche could not be started: ${error instanceof Error ? error.message : String(error)}`,
	),
);
const address = host.address();
console.log(`Tranche is open at ${address}`);
if (isOpening) {
	openBrowser(address);
}
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
	process.once(signal, () => {
		void host.close().finally(() => process.exit(0));
	});
}

function readArguments(args: readonly string[]) {
	try {
		const { values } = parseArgs({
			args: [...args],
			options: { port: { type: 'string', default: '0' }, 'no-open': { type: 'boolean', default: false } },
		});
		const wanted = Number(values.port);
		if (!Number.isInteger(wanted) || wanted < 0 || wanted > 65535) {
			return fail(`--port takes a number from 0 to 65535, not ${values.port}.`);
		}
		return { port: wanted, isOpening: !values['no-open'] };
	} catch (error) {
		return fail(error instanceof Error ? error.message : String(error));
	}
}

function fail(message: string): never {
	console.error(message);
	process.exit(2);
}
