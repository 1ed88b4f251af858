/**
 * `npm test`: unit and integration tests, then the end-to-end tests in the system's Chromium or Chrome where there is one.
 */
import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { findChromium } from './chromium.ts';

const root = resolve(import.meta.dirname, '..');
const run = (args: readonly string[]): boolean =>
	spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' }).status === 0;

const steps = [
	{ name: 'build', args: ['build/build.ts', '--if-stale'] },
	{ name: 'unit and integration tests', args: ['node_modules/vitest/vitest.mjs', 'run'] },
];
if (findChromium()) {
	steps.push({
		name: 'end-to-end tests',
		args: ['node_modules/@playwright/test/cli.js', 'test', '--config', 'playwright.config.ts'],
	});
} else {
	console.log(
		'No Chromium or Chrome found: the end-to-end tests are left out. Install one, or name it in TRANCHE_CHROMIUM, to run them.',
	);
}

for (const step of steps) {
	if (
		!run(step.args.map((arg) => (arg.startsWith('node_modules/') || arg.startsWith('build/') ? join(root, arg) : arg)))
	) {
		console.error(`Failed: ${step.name}.`);
		process.exit(1);
	}
}
console.log('All tests passed.');
