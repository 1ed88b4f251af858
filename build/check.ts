/**
 * `npm run check`: layers, types, lint, format, unit and integration tests. Every step runs, also after one has failed, so
 * that one run shows everything. `--no-tests` leaves the tests out.
 *
 * Two steps run at a time, because some of them use one core only; each says what it has to say when it has ended. The tests
 * come last and alone: they use every core by themselves, and some of them wait for others' processes.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');
const bin = (path: string): string => join(root, 'node_modules', path);
const layers = ['tools', 'renderer', 'engine', 'shared', 'electron'];

interface Step {
	readonly name: string;
	readonly args: readonly string[];
}

const STEPS_AT_A_TIME = 2;

/** The longest first, so that none is left to run alone in the end. */
const steps: readonly Step[] = [
	{ name: 'format', args: [bin('prettier/bin/prettier.cjs'), '--check', '--log-level', 'warn', '.'] },
	{ name: 'lint', args: [bin('oxlint/bin/oxlint'), '--type-aware', '--deny-warnings'] },
	...layers.map((layer) => ({
		name: `types of ${layer}`,
		args: [bin('typescript-native/bin/tsc'), '-p', `build/tsconfig.${layer}.json`],
	})),
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
];
const tests: Step = { name: 'unit and integration tests', args: [bin('vitest/vitest.mjs'), 'run'] };

const failed: string[] = [];

async function take(step: Step, output: 'inherit' | 'pipe'): Promise<void> {
	const startedMs = performance.now();
	const child = spawn(process.execPath, step.args, { cwd: root, stdio: ['ignore', output, output] });
	let said = '';
	child.stdout?.on('data', (text) => (said += String(text)));
	child.stderr?.on('data', (text) => (said += String(text)));
	const [status] = await once(child, 'close');
	const tookS = ((performance.now() - startedMs) / 1000).toFixed(1);
	process.stdout.write(`${said}${status === 0 ? 'ok  ' : 'FAIL'} ${step.name} (${tookS} s)\n`);
	if (status !== 0) {
		failed.push(step.name);
	}
}

const waiting = [...steps];
await Promise.all(
	Array.from({ length: STEPS_AT_A_TIME }, async () => {
		for (let step = waiting.shift(); step !== undefined; step = waiting.shift()) {
			await take(step, 'pipe');
		}
	}),
);
if (!process.argv.includes('--no-tests')) {
	await take(tests, 'inherit');
}
if (failed.length > 0) {
	console.error(`Failed: ${failed.join(', ')}`);
	process.exitCode = 1;
}
