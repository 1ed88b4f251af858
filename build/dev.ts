/**
 * `npm run dev`: the browser host straight from the sources. The page is rebuilt on every change; the engine restarts on
 * every change of engine/ or shared/. Reload the browser tab to see a change.
 */
import { spawn } from 'node:child_process';
import { join, resolve } from 'node:path';
import { build } from 'vite';

const root = resolve(import.meta.dirname, '..');

await build({ configFile: join(root, 'build/vite.renderer.ts'), logLevel: 'warn', build: { watch: {} } });
const host = spawn(
	process.execPath,
	[
		'--watch-path=engine',
		'--watch-path=shared',
		'--watch-preserve-output',
		'engine/hosts/serve.ts',
		...process.argv.slice(2),
	],
	{ cwd: root, stdio: 'inherit' },
);
process.on('SIGINT', () => host.kill('SIGINT'));
host.on('exit', (code) => process.exit(code ?? 0));
