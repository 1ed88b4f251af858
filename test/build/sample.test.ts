import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
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

test('npm run sample writes the six files and says how many rows each has', () => {
	const { status, stderr } = run('--out', join(dir, 'sample'), '--customers', '200', '--seed', '5');
	expect({ status, stderr }).toMatchObject({ status: 0 });
	expect(stderr).toContain(`${join(dir, 'sample', 'customers.csv')}: 207 rows`);
	expect(readdirSync(join(dir, 'sample'))).toHaveLength(6);
});

test('bad input ends with code 2 and a sentence that says what is wrong', () => {
	const { status, stderr } = run('--out', dir, '--customers', '0');
	expect({ status, stderr }).toEqual({
		status: 2,
		stderr: expect.stringContaining('A sample has 1 to 20000000 customers, not 0.'),
	});
});
