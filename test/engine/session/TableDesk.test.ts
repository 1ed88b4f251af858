import { tableFromIPC } from 'apache-arrow';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { previewImport } from '../../../engine/import/previewImport.ts';
import { Session } from '../../../engine/session/Session.ts';
import type { ImportOverrides } from '../../../shared/model/importPlan.ts';
import { defaultSettings } from '../../../shared/model/settings.ts';
import { emptySegmentation } from '../../../shared/model/segmentation.ts';
import { temporaryFolder } from '../../support/temporaryFolder.ts';

const ORDERS = `order_id,customer_id,order_date,revenue,channel
1,c1,2026-01-05,10.50,web
2,c2,2026-02-01,20.00,shop
3,c3,2026-02-03,7.25,web
4,c1,03.02.2026,100.00,shop
5,c2,2026-02-30,1.00,web
6,c3,2026-03-02,"2,75",shop
7,c1,2026-03-04,5.00
8,c2,2026-03-05,6.00,web
`;

async function project(
	csv: string,
	overrides: ImportOverrides = { role: 'orders', types: { order_date: 'date', revenue: 'decimal' } },
) {
	const folder = temporaryFolder();
	const session = await Session.create(join(folder, 'client.tranche'));
	onTestFinished(() => session.close());
	const planOf = (text: string, name: string) => {
		const path = join(folder, name);
		writeFileSync(path, text);
		return previewImport(path, overrides).plan;
	};
	await session.importTable({ ...planOf(csv, 'orders.csv'), misfits: 'quarantine' }, null);
	return { folder, session, planOf };
}

const only = (session: Session) => session.state.tables[0]!;
const rowsOf = async (session: Session) => {
	const { rows } = await session.rows.page(only(session).id, 0, 100);
	return tableFromIPC(rows)
		.toArray()
		.map((row) => Object.values(row.toJSON()));
};
const countsOf = (session: Session) => {
	const { rowsRead, rowsLoaded, rowsQuarantined } = only(session);
	return [rowsRead, rowsLoaded, rowsQuarantined];
};
const revenueOf = async (session: Session) =>
	(await session.segments.evaluate(emptySegmentation, defaultSettings)).numbers.find(
		({ name, segment }) => name === 'revenue' && segment === null,
	)?.value;

test('the quarantine is sorted by reason, searched and exported', async () => {
	const { session, folder } = await project(ORDERS);
	const { id } = only(session);
	const groups = await session.tables.quarantineGroups(id);
	expect(groups.map(({ column, rows, examples }) => [column, rows, examples])).toEqual([
		['order_date', 2, ['03.02.2026', '2026-02-30']],
		['revenue', 1, ['2,75']],
		[null, 1, ['7,c1,2026-03-04,5.00']],
	]);
	const asked = { group: null, search: 'C2', from: 0, count: 10 };
	expect((await session.tables.quarantineRows(id, asked)).rows).toEqual([
		expect.objectContaining({ position: 1, line: 6, text: '5,c2,2026-02-30,1.00,web' }),
	]);
	expect((await session.tables.quarantineRows(id, { ...asked, group: 0, search: '' })).total).toBe(2);
	const path = join(folder, 'quarantine.csv');
	expect(await session.tables.exportQuarantine(id, path)).toBe(4);
	expect(readFileSync(path, 'utf8').split('\r\n').slice(0, 2)).toEqual([
		'line,reason,text',
		expect.stringMatching(/^5,".*order_date.*","4,c1,03\.02\.2026,100\.00,shop"$/),
	]);
	await expect(session.tables.exportQuarantine(id, path)).rejects.toMatchObject({ code: 'conflict' });
});

test('repaired rows are previewed, loaded and counted by every figure; the rest stays; undo takes it back', async () => {
	const { session } = await project(ORDERS);
	const { id } = only(session);
	expect([countsOf(session), await revenueOf(session)]).toEqual([[8, 4, 4], 43.75]);
	const fix = {
		edits: [{ position: 3, text: '7,c1,2026-03-04,5.00,web' }],
		rules: [
			{ group: 0, action: { kind: 'date-order', order: 'dmy' } },
			{ group: 1, action: { kind: 'decimal-comma' } },
		],
	} as const;
	const asked = { edits: [...fix.edits], rules: [...fix.rules] };
	const preview = await session.tables.previewFix(id, asked);
	expect([preview.rows, preview.loads, preview.samples.map(({ cells }) => cells)]).toEqual([
		4,
		3,
		[
			[4, 'c1', '2026-02-03', 100, 'shop'],
			null,
			[6, 'c3', '2026-03-02', 2.75, 'shop'],
			[7, 'c1', '2026-03-04', 5, 'web'],
		],
	]);
	expect(countsOf(session)).toEqual([8, 4, 4]);
	const table = await session.tables.loadFixed(id, asked);
	expect([countsOf(session), await revenueOf(session), session.state.undoLabel]).toEqual([
		[8, 7, 1],
		151.5,
		'Load 3 repaired rows into orders',
	]);
	expect((await rowsOf(session)).slice(4)).toEqual([
		[4, 'c1', '2026-02-03', 100, 'shop'],
		[6, 'c3', '2026-03-02', 2.75, 'shop'],
		[7, 'c1', '2026-03-04', 5, 'web'],
	]);
	expect(session.rows.quarantined(table.id, 0, 10).rows.map(({ text }) => text)).toEqual(['5,c2,2026-02-30,1.00,web']);
	await expect(
		session.tables.loadFixed(table.id, { edits: [], rules: [{ group: 0, action: { kind: 'as-it-is' } }] }),
	).rejects.toMatchObject({ code: 'data' });
	await session.undo();
	expect([countsOf(session), await revenueOf(session)]).toEqual([[8, 4, 4], 43.75]);
	await session.redo();
	expect(countsOf(session)).toEqual([8, 7, 1]);
});

test('F46: customers are the same ones across the tables of events', async () => {
	const { folder, session } = await project(ORDERS);
	const path = join(folder, 'recipients.csv');
	writeFileSync(path, 'customer_id,campaign,opened\nc1,spring,1\nc1,summer,0\nc4,spring,0\n');
	await session.importTable(previewImport(path, { role: 'recipients' }).plan, null);
	const [orders, recipients] = session.state.tables.map(({ id }) => id);
	expect(session.tables.identity()).toEqual({
		customers: 4,
		tables: [
			{ tableId: orders, name: 'orders', customers: 3, matched: 3 },
			{ tableId: recipients, name: 'recipients', customers: 2, matched: 2 },
		],
		combinations: [
			{ tableIds: [orders], customers: 2 },
			{ tableIds: [recipients], customers: 1 },
			{ tableIds: [orders, recipients], customers: 1 },
		],
	});
});

test('a customer that is there already is not loaded a second time', async () => {
	const csv = 'customer_id,age\n1,30\n2,x\n3,40\n1,50\n';
	const { session } = await project(csv, { role: 'customers', types: { age: 'integer' } });
	const { id } = only(session);
	const edits = [
		{ position: 0, text: '2,35' },
		{ position: 1, text: '3,50' },
	];
	const preview = await session.tables.previewFix(id, { edits, rules: [] });
	expect(preview.samples.map(({ cells, reason }) => cells ?? reason)).toEqual([
		[2, 35],
		'The customer is a duplicate of another row.',
	]);
});

test('findings become problems, their rows are shown, and excluded rows can be taken back from the quarantine', async () => {
	const { session } = await project(ORDERS.replace('7.25', '-7.25'));
	const { id } = only(session);
	const { findings } = await session.tables.quality(id);
	const negative = findings.find(({ code }) => code === 'quality.negative')!;
	expect(session.state.problems).toContainEqual({
		severity: 'warning',
		code: 'quality.negative',
		message: negative.message,
		source: { kind: 'table', tableId: id, column: 'revenue' },
	});
	const page = await session.tables.filteredPage(id, negative.filter!, 0, 10);
	expect([
		page.total,
		tableFromIPC(page.rows)
			.toArray()
			.map((row) => row.toJSON()),
	]).toEqual([
		1,
		[{ Row: '3', order_id: 3, customer_id: 'c3', order_date: '2026-02-03', revenue: -7.25, channel: 'web' }],
	]);
	const next = await session.tables.exclude(id, negative.filter!, 'returns');
	expect([countsOf(session), await revenueOf(session), session.state.undoLabel]).toEqual([
		[8, 3, 5],
		36.5,
		'Exclude 1 row of orders: returns',
	]);
	const groups = await session.tables.quarantineGroups(next.id);
	const excluded = groups.find(({ reason }) => reason === 'Excluded: returns')!;
	await session.tables.loadFixed(next.id, { edits: [], rules: [{ group: excluded.id, action: { kind: 'as-it-is' } }] });
	expect([countsOf(session), await revenueOf(session)]).toEqual([[8, 4, 4], 29.25]);
});

test('findings are there again when the project is opened the next time', async () => {
	const { session, folder } = await project(ORDERS.replace('7.25', '-7.25'));
	await session.tables.quality(only(session).id);
	const before = session.state.problems;
	await session.close();
	const again = await Session.open(join(folder, 'client.tranche'));
	onTestFinished(() => again.close());
	expect(again.state.problems).toEqual(before);
});

const NEWER = `order_id,customer_id,order_date,revenue,channel,store
2,c2,2026-02-01,21.00,shop,A
3,c3,2026-02-03,7.25,web,A
8,c2,2026-03-05,6.00,app,B
9,c1,2026-03-09,50.00,web,B
9,c1,2026-03-09,0.50,web,B
`;

test('a newer export is compared before anything changes', async () => {
	const { session, planOf } = await project(ORDERS);
	const before = session.state;
	const diff = await session.tables.compare(only(session).id, planOf(NEWER, 'newer.csv'), null);
	const { token: _token, file: _file, problems: _problems, columns, ...figures } = diff;
	expect(figures).toEqual({
		tableId: only(session).id,
		keys: ['order_id'],
		isUnique: false,
		rowsBefore: 4,
		rowsAfter: 5,
		rowsQuarantined: 0,
		added: 1,
		removed: 1,
		changed: 2,
		same: 1,
		rowsAdded: 2,
		rowsRemoved: 1,
		examplesAdded: ['9'],
		examplesRemoved: ['1'],
	});
	expect(
		columns.map(({ name, before: was, after, changed, examples }) => [name, was, after, changed, examples]),
	).toEqual([
		['order_id', 'integer', 'integer', null, []],
		['customer_id', 'text', 'text', 0, []],
		['order_date', 'date', 'date', 0, []],
		['revenue', 'decimal', 'decimal', 1, [{ key: '2', before: 20, after: 21 }]],
		['channel', 'text', 'text', 1, [{ key: '8', before: 'web', after: 'app' }]],
		['store', null, 'text', null, []],
	]);
	expect(session.state).toBe(before);
});

test.each([
	['replace', [5, 5, 0], 84.75, ['2', '3', '8', '9', '9']],
	['add-and-update', [10, 6, 4], 95.25, ['1', '2', '3', '8', '9', '9']],
	['add-new', [10, 6, 4], 94.25, ['1', '2', '3', '8', '9', '9']],
] as const)(
	'a newer export that is applied by %s changes every figure, and undo brings the old table back',
	async (mode, counts, revenue, ids) => {
		const { session, planOf } = await project(ORDERS);
		const { token } = await session.tables.compare(only(session).id, planOf(NEWER, 'newer.csv'), null);
		await session.tables.applyCompared(only(session).id, token, mode);
		expect([countsOf(session), await revenueOf(session)]).toEqual([counts, revenue]);
		expect((await rowsOf(session)).map(([id]) => String(id)).sort()).toEqual(ids);
		if (mode === 'add-new') {
			expect((await rowsOf(session)).find(([id]) => id === 1)).toEqual([1, 'c1', '2026-01-05', 10.5, 'web', null]);
		}
		await expect(session.tables.applyCompared(only(session).id, token, mode)).rejects.toMatchObject({
			code: 'conflict',
		});
		await session.undo();
		expect([countsOf(session), await revenueOf(session)]).toEqual([[8, 4, 4], 43.75]);
	},
);

test('a comparison that is not applied leaves nothing in the file', async () => {
	const { session, planOf, folder } = await project(ORDERS);
	await session.tables.compare(only(session).id, planOf(NEWER, 'newer.csv'), null);
	await expect(session.tables.compare(only(session).id, planOf(NEWER, 'n.csv'), ['store'])).rejects.toThrow(
		/"store" is not in both/,
	);
	await session.close();
	const again = await Session.open(join(folder, 'client.tranche'));
	onTestFinished(() => again.close());
	expect(again.state.tables.map(({ name }) => name)).toEqual(['orders']);
});

test('values of another type in a newer export widen the column', async () => {
	const { session, planOf } = await project('order_id,customer_id,shelf\n1,c1,3\n2,c2,4\n', { role: 'orders' });
	const plan = planOf('order_id,customer_id,shelf\n2,c2,4.5\n3,c1,x7\n', 'newer.csv');
	const diff = await session.tables.compare(only(session).id, plan, ['order_id']);
	expect(diff.columns[2]).toMatchObject({ before: 'integer', after: 'text', changed: 1 });
	await session.tables.applyCompared(only(session).id, diff.token, 'add-and-update');
	expect(await rowsOf(session)).toEqual([
		[1, 'c1', '3'],
		[2, 'c2', '4.5'],
		[3, 'c1', 'x7'],
	]);
});

test('rows whose amounts are texts are not added, since the whole column would be text; replacing is allowed', async () => {
	const { session, planOf } = await project(ORDERS);
	const plan = planOf('order_id,customer_id,order_date,revenue\n10,c2,2026-03-09,soon\n', 'newer.csv');
	for (const mode of ['add-new', 'add-and-update'] as const) {
		const { token } = await session.tables.compare(only(session).id, plan, null);
		await expect(session.tables.applyCompared(only(session).id, token, mode)).rejects.toMatchObject({
			code: 'data',
			message: expect.stringMatching(/^"revenue" is decimal in orders and text in the newer export/),
		});
		expect([countsOf(session), await revenueOf(session)]).toEqual([[8, 4, 4], 43.75]);
	}
	const { token } = await session.tables.compare(only(session).id, plan, null);
	await session.tables.applyCompared(only(session).id, token, 'replace');
	expect(countsOf(session)).toEqual([1, 1, 0]);
});
