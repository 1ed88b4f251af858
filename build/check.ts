/**
 * `npm run check`: layers, types, lint, format, unit and integration tests. Every step runs, also after one has failed, so
 * that one run shows everything. `--no-tests` leaves the tests out.
 */
import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');
const bin = (path: string): string => join(root, 'node_modules', path);
const layers = ['shared', 'engine', 'renderer', 'electron', 'tools'];

interface Step {
	readonly name: string;
	readonly args: readonly string[];
}

const steps: readonly Step[] = [
	{
		name: 'layers',
		args: [
			bin('dependency-cruiser/bin/dependency-cruiser.mjs'),
			'--config',
			'build/layers.cjs',
			'shared',
			'engine',
			'renderer',
			'electron',
		],
	},
	...layers.map((layer) => ({
		name: `types of ${layer}`,
		args: [bin('typescript-native/bin/tsc'), '-p', `build/tsconfig.${layer}.json`],
	})),
	{ name: 'lint', args: [bin('oxlint/bin/oxlint'), '--type-aware', '--deny-warnings'] },
	{ name: 'format', args: [bin('prettier/bin/prettier.cjs'), '--check', '--log-level', 'warn', '.'] },
	...(process.argv.includes('--no-tests')
		? []
		: [{ name: 'unit and integration tests', args: [bin('vitest/vitest.mjs'), 'run'] }]),
];

const failed = steps.filter((step) => {
	const startedMs = performance.now();
	const run = spawnSync(process.execPath, step.args, { cwd: root, stdio: 'inherit' });
	console.log(
		`${run.status === 0 ? 'ok  ' : 'FAIL'} ${step.name} (${((performance.now() - startedMs) / 1000).toFixed(1)} s)`,
	);
	return run.status !== 0;
});
if (failed.length > 0) {
	console.error(`Failed: ${failed.map((step) => step.name).join(', ')}`);
	process.exitCode = 1;
}
