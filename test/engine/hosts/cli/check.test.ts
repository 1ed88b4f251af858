import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test, vi } from 'vitest';
import { segmentationProof, type SegmentationProof } from '#shared/rules/proof/segmentationProof.ts';
import { temporaryFolder } from '../../../support/temporaryFolder.ts';
import { runTranche } from './runTranche.ts';

const cdnow = resolve('../shared/data/cdnow/cdnow_transactions.csv');
if (!existsSync(cdnow)) {
	console.log('The data folder ../shared/data is absent: the check of real data is left out.');
}

function segmentsFile(rules: Readonly<Record<string, string>>, mode = 'waterfall'): string {
	const path = join(temporaryFolder(), 's.json');
	const segments = Object.entries(rules).map(([id, rule]) => ({ id, rule }));
	writeFileSync(path, JSON.stringify({ segments, mode }));
	return path;
}

function proofOf(stdout: string): SegmentationProof {
	return segmentationProof.parse(JSON.parse(stdout));
}

test('without tables: verdicts, dead, empty and equal rules and coverage, for any data', async () => {
	const path = segmentsFile({
		frequent: 'order_count >= 5',
		rest: 'order_count < 5 and revenue > 0',
		dead: 'order_count > 7 and country = "DE"',
		empty: 'order_count > 2 and order_count < 3',
		same: 'not order_count < 5',
		ratio: 'margin / revenue < 0.2 and revenue = 0',
	});
	const { code, stdout } = await runTranche('check', path, '--as-of', '2024-06-30', '--json');
	const proof = proofOf(stdout);
	const pairs = Object.fromEntries(proof.pairs.map(({ first, second, verdict }) => [`${first} ${second}`, verdict]));
	expect({ code, hasData: proof.hasData, asOf: proof.asOf }).toEqual({ code: 3, hasData: false, asOf: '2024-06-30' });
	expect(pairs).toMatchObject({
		'frequent rest': 'disjoint',
		'frequent dead': 'overlap',
		'frequent same': 'overlap',
		'rest dead': 'disjoint',
		'rest same': 'disjoint',
		'frequent empty': 'disjoint',
	});
	expect(proof.pairs.find(({ second }) => second === 'same')).toMatchObject({ first: 'frequent', relation: 'equal' });
	expect(proof.rules).toMatchObject([
		{ id: 'frequent', isEmpty: 'no', isDead: 'no', coveredBy: [], people: null },
		{ id: 'rest', isEmpty: 'no', isDead: 'no' },
		{ id: 'dead', isEmpty: 'no', isDead: 'yes', coveredBy: ['frequent'] },
		{ id: 'empty', isEmpty: 'yes', isDead: 'no' },
		{ id: 'same', isEmpty: 'no', isDead: 'yes', coveredBy: ['frequent'] },
		{ id: 'ratio', isEmpty: 'unprovable' },
	]);
	expect(proof.coverage).toMatchObject({ verdict: 'gap', witness: { source: 'hypothetical' }, people: null });
	expect(proof.contested).toBeNull();
});

test('the witness of an overlap matches both rules', async () => {
	const path = segmentsFile(
		{ a: "city starts with 'B' and spend > 10.5", b: "city ends with 'n' and spend < 12" },
		'strict',
	);
	const { code, stdout } = await runTranche('check', path);
	expect(code).toBe(3);
	const line = stdout.split('\n').find((text) => text.startsWith('overlap'));
	expect(line).toMatch(/^overlap {5}a and b: a customer with city = 'B.*n', spend = 11 \(hypothetical\)$/);
});

test('rules that exclude each other and leave nobody out pass in strict mode', async () => {
	const path = segmentsFile({ low: 'spend < 10', high: 'spend >= 10', none: 'spend is null' }, 'strict');
	const { code, stdout } = await runTranche('check', path, '--as-of', '2024-06-30');
	expect({ code, stdout: stdout.split('\n') }).toEqual({
		code: 0,
		stdout: [
			'Without data: types are told from the rules; as of 2024-06-30.',
			'3 pairs: 3 disjoint, 0 overlap, 0 unprovable.',
			'disjoint    low and high',
			'disjoint    low and none',
			'disjoint    high and none',
			'Coverage: complete, every customer matches a rule.',
		],
	});
});

test('a waterfall may overlap; asked to be strict it may not', async () => {
	const path = segmentsFile({ a: 'spend > 1', b: 'spend > 2 or visits > 1' });
	expect((await runTranche('check', path)).code).toBe(0);
	expect((await runTranche('check', path, '--strict')).code).toBe(3);
});

test.skipIf(!existsSync(cdnow))(
	'with tables: witnesses and counts come from the data, and nothing is left behind',
	async () => {
		const scratch = temporaryFolder();
		vi.stubEnv('TMPDIR', scratch);
		const path = segmentsFile({ frequent: 'order_count >= 5', large: 'revenue > 100', rare: 'order_count < 5' });
		const { code, stdout, stderr } = await runTranche('check', path, cdnow, '--as-of', '1998-06-30', '--json');
		expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
		const { pairs, rules, contested, coverage } = proofOf(stdout);
		expect(pairs[0]).toMatchObject({ verdict: 'overlap', witness: { source: 'data' } });
		const witness = Object.fromEntries(pairs[0]!.witness!.values.map(({ field, value }) => [field, Number(value)]));
		expect(witness['order_count']).toBeGreaterThanOrEqual(5);
		expect(witness['revenue']).toBeGreaterThan(100);
		expect(pairs[1]).toMatchObject({ verdict: 'disjoint', people: 0, revenue: 0 });
		expect(contested!.people).toBe(pairs[0]!.people! + pairs[2]!.people!);
		expect(contested!.revenue).toBeCloseTo(pairs[0]!.revenue! + pairs[2]!.revenue!, 6);
		expect(rules.reduce((sum, { people }) => sum + people!, 0) - contested!.people).toBe(2357);
		expect(coverage).toMatchObject({ verdict: 'complete', people: 0 });
		expect(readdirSync(scratch).filter((name) => name.startsWith('tranche-check-'))).toEqual([]);
	},
);

test.each([
	[['check'], 'The segments are missing'],
	[['check', '/no/such/file.json'], 'does not exist'],
	[['check', 's.json', '--as-of', '2024-02-30'], 'is not a date'],
	[['check', 's.json', '--mapping', 'm.json'], 'no table is named'],
	[['check', 's.json', '--nonsense'], "Unknown option '--nonsense'"],
])('%j is refused in a sentence', async (args, sentence) => {
	const run = await runTranche(...args);
	expect({ code: run.code, stdout: run.stdout }).toEqual({ code: 2, stdout: '' });
	expect(run.stderr).toContain(sentence);
});

test('rules that cannot be read are named with line and column', async () => {
	const run = await runTranche('check', segmentsFile({ good: 'a > 1', bad: 'a > ', odd: "a = 'x'" }));
	expect(run.code).toBe(2);
	expect(run.stderr).toContain('Segment “bad”, line 1');
	expect(run.stderr).toContain('Segment “odd”, line 1, column 5');
});

test('tables that are missing, alike or mixed with a project are refused', async () => {
	const path = segmentsFile({ a: 'spend > 1' });
	const table = join(temporaryFolder(), 'customers.csv');
	writeFileSync(table, 'customer_id,spend\n1,2\n2,3\n');
	const alike = await runTranche('check', path, table, table);
	expect([alike.code, alike.stderr]).toEqual([2, expect.stringContaining('both look like customers')]);
	const missing = await runTranche('check', path, '/no/such/table.csv');
	expect([missing.code, missing.stdout]).toEqual([2, '']);
	const mixed = await runTranche('check', path, 'a.tranche', table);
	expect([mixed.code, mixed.stderr]).toEqual([2, expect.stringContaining('is a project')]);
	const good = await runTranche('check', path, table);
	expect([good.code, good.stdout]).toEqual([0, expect.stringContaining('Coverage: nobody here')]);
});
