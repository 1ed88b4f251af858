/**
 * Builds everything that runs: `npm run build`. With `--if-stale`, only when a source is newer than the last build.
 */
import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, globSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'vite';
import { copyNativeModules } from './copyNativeModules.ts';

const root = resolve(import.meta.dirname, '..');
const stamp = join(root, 'dist/.built');

if (!process.argv.includes('--if-stale') || isStale()) {
	await buildAll();
}

function isStale(): boolean {
	if (!existsSync(stamp)) {
		return true;
	}
	const builtAtMs = statSync(stamp).mtimeMs;
	const sources = globSync(['{engine,renderer,shared,electron,build}/**/*', 'package.json', 'package-lock.json'], {
		cwd: root,
	});
	return sources.some((path) => statSync(join(root, path)).mtimeMs > builtAtMs);
}

async function buildAll(): Promise<void> {
	execFileSync(process.execPath, [join(root, 'build/grammar.ts')], { stdio: 'inherit' });
	for (const layer of ['engine', 'renderer', 'electron']) {
		await build({ configFile: join(root, `build/vite.${layer}.ts`), logLevel: 'warn' });
	}
	copyNativeModules(root, join(root, 'dist/native'));
	writeCommandLine();
	writeFileSync(stamp, '');
}

/** dist/cli.js asks for a Node that can run the engine before it loads the engine. */
function writeCommandLine(): void {
	cpSync(join(root, 'build/nodeGuard.mjs'), join(root, 'dist/nodeGuard.mjs'));
	const source = readFileSync(join(root, 'build/cli.mjs'), 'utf8');
	writeFileSync(join(root, 'dist/cli.js'), source);
	chmodSync(join(root, 'dist/cli.js'), 0o755);
}
