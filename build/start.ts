/**
 * `npm start`: builds what is stale and opens Tranche, on the desktop where Electron's binary is there or can be fetched,
 * else in the browser. `--no-open` prints the address for machines without a display.
 */
import { spawn, spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { findElectron } from './electronBinary.ts';

const root = resolve(import.meta.dirname, '..');
const args = process.argv.slice(2);

if (
	spawnSync(process.execPath, [join(root, 'build/build.ts'), '--if-stale'], { cwd: root, stdio: 'inherit' }).status !==
	0
) {
	process.exit(1);
}
const wantsBrowser = args.includes('--no-open') || args.includes('--browser');
const electron = wantsBrowser ? null : await findElectron();
if (!wantsBrowser && electron === null) {
	console.log(
		"Electron's program is not on this computer and could not be fetched, so Tranche opens in your browser instead.",
	);
}
const child = electron
	? spawn(electron, [root, ...args], { stdio: 'inherit' })
	: spawn(process.execPath, [join(root, 'dist/engine/serve.js'), ...args.filter((arg) => arg !== '--browser')], {
			stdio: 'inherit',
		});
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
	process.on(signal, () => child.kill(signal));
}
child.on('exit', (code) => {
	process.exitCode = code ?? 0;
});
