/**
 * `npm start`: builds what is stale and opens Tranche, on the desktop where Electron's program is there or can be fetched,
 * else in the browser. `--browser` always takes the browser; `--no-open` only prints the address.
 */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { join, resolve } from 'node:path';
import { findElectron, hasDisplay } from './electronBinary.ts';

const root = resolve(import.meta.dirname, '..');
const args = process.argv.slice(2);
/** A desktop that ends with an error this soon never opened: on some systems its sandbox is not allowed to start. */
const FAILED_START_MS = 10_000;

if (
	spawnSync(process.execPath, [join(root, 'build/build.ts'), '--if-stale'], { cwd: root, stdio: 'inherit' }).status !==
	0
) {
	process.exit(1);
}
let child = await open();
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
	process.on(signal, () => child.kill(signal));
}

async function open(): Promise<ChildProcess> {
	if (args.includes('--no-open') || args.includes('--browser')) {
		return openBrowserHost();
	}
	const electron = hasDisplay() ? await findElectron() : null;
	if (electron !== null) {
		return openDesktop(electron);
	}
	console.log(
		hasDisplay()
			? "Electron's program is not on this computer and could not be fetched, so Tranche opens in your browser instead."
			: 'There is no display for a window here, so Tranche is served to a browser instead.',
	);
	return openBrowserHost();
}

function openDesktop(electron: string): ChildProcess {
	const startedMs = performance.now();
	const desktop = spawn(electron, [root, ...args], { stdio: 'inherit' });
	desktop.on('exit', (code) => {
		if (code !== 0 && code !== null && performance.now() - startedMs < FAILED_START_MS) {
			console.log('The desktop window could not be opened on this computer, so Tranche opens in your browser instead.');
			child = openBrowserHost();
		} else {
			process.exitCode = code ?? 0;
		}
	});
	return desktop;
}

function openBrowserHost(): ChildProcess {
	const host = spawn(
		process.execPath,
		[join(root, 'dist/engine/serve.js'), ...args.filter((arg) => arg !== '--browser')],
		{
			stdio: 'inherit',
		},
	);
	host.on('exit', (code) => {
		process.exitCode = code ?? 0;
	});
	return host;
}
