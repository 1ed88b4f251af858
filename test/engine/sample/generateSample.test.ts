import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Progress } from '#shared/protocol/progress.ts';
import { generateSample } from '../../../engine/sample/generateSample.ts';

let dir: string;

beforeEach(async () => {
	dir = await mkdtemp(join(tmpdir(), 'tranche-sample-'));
});

afterEach(() => rm(dir, { recursive: true, force: true }));

async function digests(folder: string): Promise<Readonly<Record<string, string>>> {
	const names = (await readdir(folder)).sort();
	const contents = await Promise.all(names.map((name) => readFile(join(folder, name))));
	return Object.fromEntries(
		names.map((name, index) => [name, createHash('sha256').update(contents[index]!).digest('hex')]),
	);
}

test('the same seed gives the same bytes, in another process and another time zone too', async () => {
	await generateSample({ customers: 800, seed: 3, dir: join(dir, 'here') });
	const there = join(dir, 'there');
	const script = `
		import { generateSample } from ${JSON.stringify(resolve('engine/sample/generateSample.ts'))};
		await generateSample({ customers: 800, seed: 3, dir: ${JSON.stringify(there)} });`;
	execFileSync(process.execPath, ['--input-type=module', '-e', script], {
		env: { ...process.env, TZ: 'Pacific/Auckland', LC_ALL: 'de_DE.UTF-8' },
	});
	expect(await digests(there)).toEqual(await digests(join(dir, 'here')));
});

test('another seed gives other customers', async () => {
	await generateSample({ customers: 800, seed: 3, dir: join(dir, 'a') });
	await generateSample({ customers: 800, seed: 4, dir: join(dir, 'b') });
	const [a, b] = [await digests(join(dir, 'a')), await digests(join(dir, 'b'))];
	expect(Object.keys(a)).toEqual([
		'costs.csv',
		'customers.csv',
		'funnel.csv',
		'orders.csv',
		'recipients.csv',
		'surveys.csv',
	]);
	expect(Object.keys(a).filter((name) => a[name] === b[name])).toEqual([]);
});

test('a customer is the same in a sample of any size', async () => {
	await generateSample({ customers: 50, seed: 3, dir: join(dir, 'small') });
	await generateSample({ customers: 500, seed: 3, dir: join(dir, 'large') });
	const [small, large] = await Promise.all(
		['small', 'large'].map(async (name) => (await readFile(join(dir, name, 'customers.csv'), 'utf8')).split('\n')),
	);
	expect(large!.slice(0, 51)).toEqual(small!.slice(0, 51));
});

test('orders stand in the sequence of their days', async () => {
	const sample = await generateSample({ customers: 300, seed: 9, dir });
	const lines = (await readFile(sample.orders.path, 'utf8')).trimEnd().split('\n').slice(1);
	expect(lines).toHaveLength(sample.orders.rows);
	const known = lines.map((line) => line.split(',')).filter((cells) => Number(cells[0]) < 900_000_000);
	const days = known.map((cells) => cells[2]!);
	expect(days).toEqual(days.toSorted());
	expect(new Set(known.map((cells) => cells[0])).size).toBe(sample.orderCount);
});

test('progress never runs backwards and names the file being written', async () => {
	const seen: Progress[] = [];
	await generateSample({ customers: 30_000, seed: 1, dir, onProgress: (progress) => seen.push(progress) });
	const done = seen.map((progress) => progress.done);
	expect(done).toEqual(done.toSorted((a, b) => a - b));
	expect(done.at(-1)!).toBeLessThanOrEqual(1000);
	expect([...new Set(seen.map((progress) => progress.phase))]).toEqual([
		'customers',
		'orders',
		'recipients',
		'funnel',
		'costs',
		'surveys',
	]);
});

test('a cancelled run leaves no half-written file', async () => {
	const controller = new AbortController();
	const running = generateSample({
		customers: 30_000,
		seed: 1,
		dir,
		signal: controller.signal,
		onProgress: ({ phase }) => {
			if (phase === 'orders') {
				controller.abort();
			}
		},
	});
	await expect(running).rejects.toMatchObject({ code: 'cancelled' });
	expect(await readdir(dir)).toEqual(['customers.csv']);
});

test.each([
	[{ customers: 0, seed: 1 }, 'A sample has 1 to 20000000 customers, not 0.'],
	[{ customers: 1.5, seed: 1 }, 'A sample has 1 to 20000000 customers, not 1.5.'],
	[{ customers: 10, seed: 2 ** 40 }, 'The seed of a sample is a whole number below 2147483648, not 1099511627776.'],
])('%j is refused with a plain sentence', async (options, message) => {
	await expect(generateSample({ ...options, dir })).rejects.toMatchObject({ code: 'data', message });
});

test('a single customer makes a complete sample', async () => {
	const sample = await generateSample({ customers: 1, seed: 5, dir });
	expect(sample.customers.rows).toBe(1 + 1 + sample.flaws.customers.malformedLines);
	expect((await readdir(dir)).sort()).toHaveLength(6);
});
