import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { expect, onTestFinished, test } from 'vitest';
import { previewImport } from '../../../engine/import/previewImport.ts';
import { createJob } from '../../../engine/job.ts';
import { RandomStream } from '../../../engine/stats/RandomStream.ts';
import { Session } from '../../../engine/session/Session.ts';
import { temporaryFolder } from '../../support/temporaryFolder.ts';

const random = new RandomStream(11);

/** Customers of whom one is there twice in other letters, and orders of which some name nobody or nobody known. */
function files() {
	const customers = Array.from(
		{ length: 400 },
		(_, row) => `K${String(row).padStart(4, '0')},${row % 2 ? 'DE' : 'FR'}`,
	);
	const orders = Array.from({ length: 3000 }, (_, row) => {
		random.restart(row, 1);
		const number = random.below(500);
		const key = [
			`K${String(number).padStart(4, '0')}`,
			`k${String(number).padStart(4, '0')}`,
			` K${String(number).padStart(4, '0')}`,
		][random.below(10) === 0 ? 1 + random.below(2) : 0]!;
		return `${row + 1},${key},2026-01-${10 + (row % 15)},${row % 100}.50`;
	});
	return {
		customers: `customer_id,country\n${customers.join('\n')}\n`,
		orders: `order_id,customer_id,order_date,amount\n${orders.join('\n')}\n`,
	};
}

async function projectOf(tables: Partial<Record<'customers' | 'orders' | 'costs' | 'recipients', string>>) {
	const folder = temporaryFolder();
	const session = await Session.create(join(folder, 'test.tranche'));
	onTestFinished(() => session.close());
	for (const [role, csv] of Object.entries(tables) as [keyof typeof tables, string][]) {
		writeFileSync(join(folder, `${role}.csv`), csv);
		await session.importTable(previewImport(join(folder, `${role}.csv`), { role }).plan, null);
	}
	return { folder, session };
}

test('the figures of a join agree with DuckDB', async () => {
	const { folder, session } = await projectOf(files());
	const pairs = await session.rows.joins(null);
	const database = await (await DuckDBInstance.create(':memory:')).connect();
	onTestFinished(() => database.closeSync());
	const read = (name: string) => `read_csv('${join(folder, `${name}.csv`)}', all_varchar = true, header = true)`;
	const query = async (sql: string) => (await database.runAndReadAll(sql)).getRowObjectsJson()[0];
	const expected = await query(`
		with c as (select customer_id k, count(*) n from ${read('customers')} group by 1),
		o as (select customer_id k, count(*) n from ${read('orders')} group by 1)
		select (select count(*) from c join o using (k)) "matchedKeys",
			(select count(*) from c) "leftKeys", (select count(*) from o) "rightKeys",
			(select count(*) from c anti join o using (k)) "leftOrphans",
			(select count(*) from o anti join c using (k)) "rightOrphans",
			(select sum(n) from o anti join c using (k)) "rightOrphanRows",
			(select count(*) from o where n > 1) "rightDuplicates"`);
	const [pair] = pairs;
	expect([pairs.length, pair?.field, pair?.left.name, pair?.right.name]).toEqual([
		1,
		'customer_id',
		'customers',
		'orders',
	]);
	expect({
		matchedKeys: String(pair!.matchedKeys),
		leftKeys: String(pair!.left.keys),
		rightKeys: String(pair!.right.keys),
		leftOrphans: String(pair!.left.orphanKeys),
		rightOrphans: String(pair!.right.orphanKeys),
		rightOrphanRows: String(pair!.right.orphanRows),
		rightDuplicates: String(pair!.right.duplicateKeys),
	}).toEqual(expected);
	const near = await query(`
		with c as (select distinct lower(replace(customer_id, ' ', '')) k from ${read('customers')}),
		o as (select distinct customer_id raw from ${read('orders')} where customer_id not in (select customer_id from ${read('customers')}))
		select count(*) "keys" from o where lower(replace(raw, ' ', '')) in (select k from c)`);
	const best = pair!.nearMatches[0]!;
	expect([best.forms, String(best.rightKeys)]).toEqual([['no-spaces', 'lower-case'], near?.['keys']]);
	expect(pair!.nearMatches.map(({ forms }) => forms)).toContainEqual(['lower-case']);
	expect(best.examples.every(({ left, right }) => left === right.trim().toUpperCase())).toBe(true);
});

test('leading zeros that one side lost are noticed, with what would become one', async () => {
	const { session } = await projectOf({
		customers: 'customer_id,country\n0017,DE\n0018,DE\n00018,FR\nx,FR\n',
		orders:
			'order_id,customer_id,order_date,amount\n1,17,2026-01-01,1.00\n2,18,2026-01-01,1.00\n3,18,2026-01-01,1.00\n',
	});
	const [pair] = await session.rows.joins(null);
	expect(pair).toMatchObject({
		matchedKeys: 0,
		left: { keys: 4, orphanKeys: 4, orphanRows: 4, duplicateKeys: 0 },
		right: { keys: 2, orphanKeys: 2, orphanRows: 3, duplicateKeys: 1, duplicates: [{ key: '18', rows: 2 }] },
		nearMatches: [
			{
				forms: ['no-leading-zeros'],
				leftKeys: 3,
				rightKeys: 2,
				ambiguous: 1,
				examples: [
					{ left: '0017', right: '17' },
					{ left: '0018', right: '18' },
				],
			},
		],
	});
	const customers = session.state.tables.find(({ role }) => role === 'customers')!;
	await session.remapTable(customers.id, { ...customers.mapping, keyForm: ['no-leading-zeros'] });
	const [mended] = await session.rows.joins(customers.id);
	expect([mended?.matchedKeys, mended?.right.orphanKeys, mended?.nearMatches]).toEqual([2, 0, []]);
	expect(session.state.tables.map(({ rowsUnmatched }) => rowsUnmatched)).toEqual([0, 0]);
});

test('campaigns of costs and recipients are compared too, and tables without a common key are no pair', async () => {
	const { session } = await projectOf({
		recipients: 'customer_id,campaign,delivered,opened\nc1,Spring,1,0\nc2,Summer,1,1\n',
		costs: 'month,campaign,cost_type,amount\n2026-01-01,spring,Ads,10.00\n2026-01-01,,Rent,5.00\n',
	});
	const pairs = await session.rows.joins(null);
	expect(
		pairs.map(({ field, matchedKeys, left, right }) => [field, matchedKeys, left.orphanKeys, right.rowsWithoutKey]),
	).toEqual([['campaign', 0, 2, 1]]);
	expect(pairs[0]?.nearMatches[0]?.forms).toEqual(['lower-case']);
});

test('one pair of large tables can be cancelled in the middle, and tells how far it is', async () => {
	const rows = 300_000;
	const csv = (header: string, rest: string) =>
		`${header}\n${Array.from({ length: rows }, (_, row) => `c${row % 100_000},${rest}`).join('\n')}\n`;
	const { session } = await projectOf({
		recipients: csv('customer_id,campaign,delivered', 'spring,1'),
		orders: csv('customer_id,order_date,amount', '2026-01-01,1.00'),
	});
	const controller = new AbortController();
	const seen: number[] = [];
	const job = createJob(controller.signal, ({ done, total }) => {
		expect(total).toBe(2 * rows);
		seen.push(done);
	});
	await expect(
		session.rows.joins(null, {
			signal: controller.signal,
			tick: async (done, total, phase) => {
				if (done > rows) {
					controller.abort();
				}
				await job.tick(done, total, phase);
			},
		}),
	).rejects.toMatchObject({ code: 'cancelled' });
	expect(seen.every((done) => done < 2 * rows)).toBe(true);
	const [pair] = await session.rows.joins(null);
	expect([pair?.matchedKeys, pair?.left.rows, pair?.right.rows]).toEqual([100_000, rows, rows]);
});
