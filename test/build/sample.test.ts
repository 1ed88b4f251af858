import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

let dir: string;

beforeAll(() => {
	dir = mkdtempSync(join(tmpdir(), 'tranche-sample-'));
});

afterAll(() => rmSync(dir, { recursive: true, force: true }));

function run(...args: readonly string[]): { status: number | null; stdout: string; stderr: string } {
	const { status, stdout, stderr } = spawnSync(process.execPath, [resolve('build/sample.ts'), ...args], {
		encoding: 'utf8',
	});
	return { status, stdout, stderr };
}

test('the script writes the six files and says how many rows each has', () => {
	const { status, stdout, stderr } = run('--out', join(dir, 'sample'), '--customers', '200', '--seed', '5');
	expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
	expect(stdout).toContain(`${join(dir, 'sample', 'customers.csv')}: 207 rows`);
	expect(readdirSync(join(dir, 'sample'))).toHaveLength(6);
});

test('help is printed on request', () => {
	const { status, stdout } = run('--help');
	expect(status).toBe(0);
	expect(stdout).toContain('Usage: npm run sample -- --out DIR');
});

test('bad input ends with code 2 and a sentence on stderr', () => {
	writeFileSync(join(dir, 'file'), '');
	const cases: readonly (readonly [readonly string[], RegExp])[] = [
		[[], /^Say with --out which folder the sample goes into\.$/],
		[['--out', dir, '--customers', 'many'], /^--customers is a whole number, not "many"\.$/],
		[['--out', dir, '--customers', '0'], /^A sample has 1 to 20000000 customers, not 0\.$/],
		[['--out', dir, '--size', '3'], /Unknown option '--size'.* See npm run sample -- --help\.$/],
		[['--out', join(dir, 'file')], /^The sample could not be written: E/],
	];
	for (const [args, message] of cases) {
		const { status, stderr } = run(...args);
		expect(status, args.join(' ')).toBe(2);
		expect(stderr.trim()).toMatch(message);
	}
});
