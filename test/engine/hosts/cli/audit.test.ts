import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { auditResult, type AuditResult } from '../../../../shared/model/auditResult.ts';
import golden from '../../../golden/audit/fastFood.json' with { type: 'json' };
import { ProjectStore } from '../../../../engine/store/ProjectStore.ts';
import { temporaryFolder } from '../../../support/temporaryFolder.ts';
import { runTranche } from './runTranche.ts';

const data = resolve('../shared/data');
const cdnow = join(data, 'cdnow/cdnow_transactions.csv');
const fastFood = join(data, 'fast-food-promotion/WA_Marketing-Campaign.csv');
const hasData = existsSync(cdnow) && existsSync(fastFood);
if (!hasData) {
	console.log('The data folder ../shared/data is absent: the audits of real data are left out.');
}

function resultOf(out: string): AuditResult {
	return auditResult.parse(JSON.parse(readFileSync(join(out, 'result.json'), 'utf8')));
}

function numberOf(result: AuditResult, metric: string, segment: string | null) {
	const found = result.numbers.find((record) => record.metric === metric && record.segment === segment);
	if (!found) {
		throw new Error(`No number ${metric} of ${segment}`);
	}
	return found;
}

function sumOver(result: AuditResult, metric: string): number {
	return result.segments.reduce((sum, { id }) => sum + (numberOf(result, metric, id).value ?? 0), 0);
}

test.skipIf(!hasData)('the CD shop: counts, dates and the sum of revenue to the cent', async () => {
	const folder = temporaryFolder();
	const out = join(folder, 'out');
	writeFileSync(
		join(folder, 's.json'),
		JSON.stringify({
			segments: [
				{ id: 'frequent', name: 'Frequent', rule: 'order_count >= 5' },
				{ id: 'recent', name: 'Recent', rule: 'recency_days <= 180' },
				{ id: 'large', name: 'Large first basket', rule: 'revenue > 100' },
			],
		}),
	);
	const run = await runTranche(
		'audit',
		'--orders',
		cdnow,
		'--segments',
		join(folder, 's.json'),
		'--as-of',
		'1998-06-30',
		'--out',
		out,
	);
	expect(run).toMatchObject({ code: 0, stdout: '' });
	expect(readdirSync(out).sort()).toEqual(['assignments.csv', 'audit.tranche', 'report.html', 'result.json']);

	const result = resultOf(out);
	expect(result.customers).toBe(2357);
	expect(result.asOf).toBe('1998-06-30');
	expect(result.tables).toMatchObject([
		{ role: 'orders', rowsRead: 6919, rowsLoaded: 6919, rowsQuarantined: 0, rowsUnmatched: 0 },
	]);
	expect(numberOf(result, 'M04', null).value).toBe(244_091.94);
	expect(numberOf(result, 'M07', null)).toMatchObject({ numerator: 244_091.94, denominator: 6919 });
	expect(sumOver(result, 'M01')).toBe(2357);
	expect(Math.round(sumOver(result, 'M04') * 100)).toBe(24_409_194);
	expect(sumOver(result, 'M05')).toBeCloseTo(1, 12);
	const lines = readFileSync(join(out, 'assignments.csv'), 'utf8').trimEnd().split('\n');
	expect(new Set(lines.slice(1).map((line) => line.split(',')[0])).size).toBe(2357);
	expect(lines).toHaveLength(2358);
	expect(readFileSync(join(out, 'report.html'), 'utf8')).not.toMatch(/<script|https?:\/\/(?!www\.w3\.org)/);
});

test.skipIf(!hasData)('the promotion: Welch intervals of revenue per member against the rest', async () => {
	const { folder, out } = promotionFiles();
	const run = await runTranche(
		'audit',
		'--customers',
		join(folder, 'c.csv'),
		'--orders',
		join(folder, 'o.csv'),
		'--segments',
		join(folder, 's.json'),
		'--out',
		out,
	);
	expect(run.code, run.stderr).toBe(0);
	const result = resultOf(out);
	for (const promotion of ['1', '2', '3'] as const) {
		const expected = golden[`${promotion} against rest`];
		const number = numberOf(result, 'M06', promotion === '3' ? 'remainder' : `p${promotion}`);
		expect(number.n).toBe(golden.n[promotion]);
		expect(number.value).toBeCloseTo(golden.means[promotion], 9);
		expect(number.difference?.value).toBeCloseTo(expected.value, 9);
		expect(number.p).toBeCloseTo(expected.p, 12);
		if (number.difference?.level === 0.95) {
			expect(number.difference.low).toBeCloseTo(expected.low, 8);
			expect(number.difference.high).toBeCloseTo(expected.high, 8);
		}
	}
});

test.skipIf(!hasData)('the promotion as a campaign: treatment against control with the interval of Welch', async () => {
	const { folder, out } = promotionFiles();
	writeFileSync(join(folder, 'm.json'), JSON.stringify({ recipients: { arms: { treatment: ['1'], control: ['2'] } } }));
	writeFileSync(join(folder, 's.json'), JSON.stringify({ segments: [{ id: 'nobody', rule: 'sends < 0' }] }));
	const run = await runTranche(
		'audit',
		'--recipients',
		join(folder, 'r.csv'),
		'--mapping',
		join(folder, 'm.json'),
		'--segments',
		join(folder, 's.json'),
		'--out',
		out,
	);
	expect(run.code, run.stderr).toBe(0);
	const expected = golden['1 against 2'];
	const number = numberOf(resultOf(out), 'M46', 'remainder');
	expect(number.arms).toMatchObject({ treatment: { n: 172 }, control: { n: 188 } });
	expect(number.arms?.treatment.value).toBeCloseTo(golden.means['1'], 9);
	expect(number.arms?.control.value).toBeCloseTo(golden.means['2'], 9);
	expect(number.value).toBeCloseTo(expected.value, 9);
	expect(number.interval?.low).toBeCloseTo(expected.low, 8);
	expect(number.interval?.high).toBeCloseTo(expected.high, 8);
	expect(number.p).toBeCloseTo(expected.p, 14);
});

/** Each shop-week as a customer of its own, as the source of the golden values takes it. */
function promotionFiles(): { folder: string; out: string } {
	const folder = temporaryFolder();
	const rows = readFileSync(fastFood, 'utf8')
		.trim()
		.split(/\r?\n/)
		.slice(1)
		.map((line, index) => ({ id: index + 1, promotion: line.split(',')[4], sales: line.split(',')[6] }));
	const lines = (header: string, line: (row: (typeof rows)[number]) => string) =>
		`${header}\n${rows.map(line).join('\n')}\n`;
	writeFileSync(
		join(folder, 'c.csv'),
		lines('customer_id,Promotion', (row) => `${row.id},${row.promotion}`),
	);
	writeFileSync(
		join(folder, 'o.csv'),
		lines('customer_id,amount', (row) => `${row.id},${row.sales}`),
	);
	writeFileSync(
		join(folder, 'r.csv'),
		lines('customer_id,arm,revenue', (row) => `${row.id},${row.promotion},${row.sales}`),
	);
	writeFileSync(
		join(folder, 's.json'),
		JSON.stringify({
			segments: [
				{ id: 'p1', rule: 'Promotion = 1' },
				{ id: 'p2', rule: 'Promotion = 2' },
			],
		}),
	);
	return { folder, out: join(folder, 'out') };
}

test('every kind of bad input ends with code 2, a sentence, and nothing written', async () => {
	const folder = temporaryFolder();
	const file = (name: string, text: string | Uint8Array) => {
		writeFileSync(join(folder, name), text);
		return join(folder, name);
	};
	const orders = file('orders.csv', 'customer_id,order_date,revenue\n1,2024-01-01,10.00\n2,2024-02-01,5.50\n');
	const segments = file('s.json', '{"segments":[{"id":"a","rule":"revenue > 6"}]}');
	const audit = ['--orders', orders, '--segments', segments] as const;
	const cases: readonly (readonly [string, readonly string[], RegExp])[] = [
		['no table', ['--segments', segments], /give at least one of --customers, --orders and --recipients/],
		['no segments', ['--orders', orders], /--segments FILE/],
		['unknown option', [...audit, '--bogus'], /--bogus/],
		['bad date', [...audit, '--as-of', 'June'], /--as-of "June" is not a date/],
		['bad baseline', [...audit, '--baseline', 'mean'], /Choose rest, control or everyone/],
		['missing file', ['--orders', join(folder, 'none.csv'), '--segments', segments], /none\.csv/],
		['a folder without data', ['--orders', temporaryFolder(), '--segments', segments], /no data file in the folder/],
		['empty file', ['--orders', file('empty.csv', ''), '--segments', segments], /empty/],
		['only a header', ['--orders', file('header.csv', 'customer_id,revenue\n'), '--segments', segments], /no rows/],
		[
			'binary file',
			[
				'--orders',
				file(
					'binary.csv',
					Uint8Array.from({ length: 4096 }, (_, i) => (i * 7) % 256),
				),
				'--segments',
				segments,
			],
			/binary|not text/i,
		],
		[
			'no customer column',
			['--orders', file('plain.csv', 'colour,size\nred,3\nblue,4\n'), '--segments', segments],
			/plain\.csv: No column is recognised as "Customer".*--mapping.*Columns: colour, size\./,
		],
		[
			'unknown field',
			['--orders', orders, '--segments', file('s1.json', '{"segments":[{"id":"a","rule":"revenu > 6"}]}')],
			/line 1, column 1[\s\S]*revenue/,
		],
		[
			'type error',
			['--orders', orders, '--segments', file('s2.json', `{"segments":[{"id":"a","rule":"revenue > 'x'"}]}`)],
			/line 1, column/,
		],
		['endless segments', ['--orders', orders, '--segments', file('s5.json', '['.repeat(100_000))], /too deeply/],
		[
			'unreadable rule',
			['--orders', orders, '--segments', file('s3.json', '{"segments":[{"id":"a","rule":"revenue >"}]}')],
			/line 1, column/,
		],
		[
			'strict overlap',
			[
				'--orders',
				orders,
				'--segments',
				file(
					's4.json',
					'{"mode":"strict","segments":[{"id":"a","rule":"revenue > 6"},{"id":"b","rule":"revenue > 7"}]}',
				),
			],
			/overlap/,
		],
		[
			'mapping to a missing column',
			[...audit, '--mapping', file('m.json', '{"orders":{"revenue":"Umsatz"}}')],
			/"Umsatz"/,
		],
	];
	for (const [name, args, message] of cases) {
		const out = join(folder, `out ${name}`);
		const run = await runTranche('audit', ...args, '--out', out);
		expect({ name, code: run.code }, run.stderr).toEqual({ name, code: 2 });
		expect(run.stderr, name).toMatch(message);
		expect(existsSync(out), name).toBe(false);
	}
});

test('results of an earlier run are replaced only when asked to', async () => {
	const folder = temporaryFolder();
	const out = join(folder, 'out');
	writeFileSync(join(folder, 'o.csv'), 'customer_id,revenue\n1,10\n2,20\n');
	writeFileSync(join(folder, 's.json'), '{"segments":[{"id":"a","rule":"revenue > 15"}]}');
	const args = [
		'audit',
		'--orders',
		join(folder, 'o.csv'),
		'--segments',
		join(folder, 's.json'),
		'--out',
		out,
	] as const;
	expect((await runTranche(...args)).code).toBe(0);
	const again = await runTranche(...args);
	expect(again.code).toBe(2);
	expect(again.stderr).toMatch(/already holds result\.json, report\.html, assignments\.csv, audit\.tranche/);
	const project = join(out, 'audit.tranche');
	const earlier = readFileSync(project);
	writeFileSync(join(folder, 's.json'), '{"segments":[{"id":"a","rule":"revenu > 15"}]}');
	expect((await runTranche(...args, '--overwrite')).code).toBe(2);
	expect([readFileSync(project).equals(earlier), readdirSync(out).length]).toEqual([true, 4]);
	writeFileSync(join(folder, 's.json'), '{"segments":[{"id":"a","rule":"revenue > 5"}]}');
	expect((await runTranche(...args, '--overwrite')).code).toBe(0);
	expect([resultOf(out).segments[0]?.people, readdirSync(out).length]).toEqual([2, 4]);
	const opened = ProjectStore.open(project);
	const refused = await runTranche(...args, '--overwrite');
	opened.close();
	expect([refused.code, refused.stderr]).toEqual([2, expect.stringMatching(/is open in another window/)]);
});

test.skipIf(process.platform !== 'linux')('a place that takes no folders is refused', async () => {
	const folder = temporaryFolder();
	writeFileSync(join(folder, 's.json'), '{"segments":[{"id":"a","rule":"revenue > 15"}]}');
	const segments = ['--orders', 'o.csv', '--segments', join(folder, 's.json')];
	const run = await runTranche('audit', ...segments, '--out', '/proc/results');
	expect([run.code, run.stderr]).toEqual([2, expect.stringMatching(/The folder \/proc\/results cannot be made/)]);
});

test('duplicate customers, unknown customers and unreadable dates are counted and said, and the rest is kept', async () => {
	const folder = temporaryFolder();
	const out = join(folder, 'out');
	writeFileSync(join(folder, 'c.csv'), 'customer_id,city\n1,Ulm\n2,Bonn\n1,Kiel\n3,Jena\n');
	const orders = Array.from(
		{ length: 200 },
		(_, index) => `${(index % 3) + 1},2024-01-${String((index % 28) + 1).padStart(2, '0')},1.25`,
	);
	writeFileSync(
		join(folder, 'o.csv'),
		`customer_id,order_date,revenue\n${orders.join('\n')}\n9,2024-01-05,7.00\n2,31 January,3.00\n`,
	);
	writeFileSync(join(folder, 's.json'), '{"segments":[{"id":"ulm","rule":"city = \'Ulm\'"}]}');
	const run = await runTranche(
		'audit',
		'--customers',
		join(folder, 'c.csv'),
		'--orders',
		join(folder, 'o.csv'),
		'--segments',
		join(folder, 's.json'),
		'--out',
		out,
	);
	expect(run.code, run.stderr).toBe(0);
	const result = resultOf(out);
	expect(result.tables).toMatchObject([
		{ role: 'customers', rowsRead: 4, rowsLoaded: 3, rowsQuarantined: 1, rowsUnmatched: 0 },
		{ role: 'orders', rowsRead: 202, rowsLoaded: 201, rowsQuarantined: 1, rowsUnmatched: 1 },
	]);
	expect(result.customers).toBe(3);
	expect(numberOf(result, 'M04', null).value).toBe(250);
	expect(result.segments[0]).toMatchObject({ id: 'ulm', people: 1 });
	expect(run.stderr).toMatch(/duplicate|same customer|twice/i);
	expect(run.stderr).toMatch(/7\.00|€7|7/);
});

test('dates of which none can be read are named', async () => {
	const folder = temporaryFolder();
	writeFileSync(join(folder, 'o.csv'), 'customer_id,order_date,revenue\n1,soon,10\n2,later,20\n');
	writeFileSync(join(folder, 's.json'), '{"segments":[{"id":"a","rule":"revenue > 15"}]}');
	const files = ['--orders', join(folder, 'o.csv'), '--segments', join(folder, 's.json')];
	const run = await runTranche('audit', ...files, '--out', join(folder, 'out'));
	expect([run.code, run.stderr]).toEqual([
		0,
		expect.stringMatching(
			/Warning: The dates of o could not be read: "order_date" holds texts\. So all of its orders count/,
		),
	]);
});

test('help and version are printed, an unknown command is refused', async () => {
	expect(await runTranche('--help')).toMatchObject({ code: 0, stderr: '' });
	expect((await runTranche('audit', '--help')).stdout).toContain('--segments FILE');
	expect((await runTranche('--version')).stdout).toMatch(/^\d+\.\d+\.\d+$/);
	expect(await runTranche('adit')).toMatchObject({ code: 2 });
});
