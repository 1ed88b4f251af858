import type { Segmentation } from '#shared/model/segmentation.ts';
import { defaultSettings } from '#shared/model/settings.ts';
import { tableFromIPC } from 'apache-arrow';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createJob } from '../../../engine/job.ts';
import { Session } from '../../../engine/session/Session.ts';
import { temporaryFolder } from '../../support/temporaryFolder.ts';
import { clientPlan } from './clientFiles.ts';

const segments: Segmentation = {
	segments: [
		{ id: 'big', name: 'Big', rule: 'revenue >= 50' },
		{ id: 'german', name: 'German', rule: "country = 'DE'" },
	],
	remainder: 'Others',
	mode: 'waterfall',
	exclusions: [],
	customFields: [],
};

async function client(...names: readonly Parameters<typeof clientPlan>[1][]) {
	const folder = temporaryFolder();
	const path = join(folder, 'client.tranche');
	const session = await Session.create(path);
	onTestFinished(() => session.close());
	for (const name of names) {
		await session.importTable(clientPlan(folder, name), null);
	}
	return { folder, path, session };
}

const rowsOf = (bytes: Uint8Array) =>
	tableFromIPC(bytes)
		.toArray()
		.map((row) => row.toJSON());
const codes = (session: Session) => session.state.problems.map(({ code }) => code).sort();

test('a project knows its tables, base, date in force, fields and what is odd about the data', async () => {
	const { session } = await client('customers', 'orders', 'recipients');
	const { state } = session;
	expect(
		state.tables.map(({ role, rowsRead, rowsLoaded, rowsQuarantined, rowsUnmatched }) => [
			role,
			rowsRead,
			rowsLoaded,
			rowsQuarantined,
			rowsUnmatched,
		]),
	).toEqual([
		['customers', 4, 4, 0, 0],
		['orders', 7, 6, 1, 2],
		['recipients', 4, 4, 0, 0],
	]);
	expect([state.customers, state.asOf, state.undoLabel]).toEqual([4, '2026-03-03', 'Import recipients']);
	expect(state.fields.map(({ name }) => name)).toEqual(
		expect.arrayContaining(['country', 'revenue', 'order_count', 'recency_days', 'opens', 'arm']),
	);
	expect(codes(session)).toEqual(['frame.no-dates', 'import.quarantined', 'join.unknown-customers']);
	expect(state.problems.find(({ code }) => code === 'join.unknown-customers')?.message).toContain(
		'2 rows of orders with revenue of 10.00, of 2 customers missing from the customers table',
	);
});

test('a draft is evaluated without changing the project, and its members are rows of the frame', async () => {
	const { session } = await client('customers', 'orders');
	const before = session.state;
	const { segments: found, numbers } = await session.segments.evaluate(segments, defaultSettings);
	expect(found.map(({ id, people }) => [id, people])).toEqual([
		['big', 1],
		['german', 1],
		['remainder', 2],
	]);
	const revenue = numbers.filter(({ name }) => name === 'revenue').map(({ segment, value }) => [segment, value]);
	expect(revenue).toEqual([
		[null, 135],
		['big', 115],
		['german', 0],
		['remainder', 20],
	]);
	const { rows, total } = session.segments.members(
		segments,
		{ kind: 'members', id: 'remainder' },
		{ from: 1, count: 10 },
	);
	expect([
		total,
		rowsOf(rows).map(({ customer_id: customer, country, revenue: sum }) => [customer, country, sum]),
	]).toEqual([2, [['c4', 'CH', 0]]]);
	expect(session.segments.members(segments, { kind: 'everyone' }, { from: 0, count: 2 }).total).toBe(4);
	expect(() => session.segments.members(segments, { kind: 'members', id: 'nobody' }, { from: 0, count: 1 })).toThrow(
		/no segment "nobody"/,
	);
	expect(session.state).toBe(before);
});

test('another as-of date makes another frame and leaves the one in force', async () => {
	const { session } = await client('customers', 'orders');
	const early = await session.segments.evaluate(segments, { ...defaultSettings, asOf: '2026-01-31' });
	expect([early.asOf, early.segments[0]!.people, session.state.asOf]).toEqual(['2026-01-31', 0, '2026-03-03']);
	await session.writeSettings({ ...defaultSettings, asOf: '2026-01-31' });
	expect([session.state.asOf, session.frame.asOfDay]).toEqual(['2026-01-31', Date.parse('2026-01-31') / 864e5]);
});

test('pages of a table are the rows of the file in its order', async () => {
	const { session } = await client('orders');
	const { id } = session.state.tables[0]!;
	const { rows, total } = await session.rows.page(id, 1, 2);
	expect([total, rowsOf(rows)]).toEqual([
		6,
		[
			{ order_id: 1, customer_id: 'c1', order_date: '2026-01-05', revenue: 4.5, channel: 'web' },
			{ order_id: 2, customer_id: 'c2', order_date: '2026-02-01', revenue: 20, channel: 'shop' },
		],
	]);
	expect(rowsOf((await session.rows.page(id, 6, 10)).rows)).toEqual([]);
	expect(session.rows.quarantined(id, 0, 10)).toEqual({
		rows: [{ line: 7, reason: expect.stringContaining('order_date'), text: '5,c9,oops,1.00,web' }],
		total: 1,
	});
	await expect(session.rows.page(99, 0, 1)).rejects.toMatchObject({ code: 'not-found' });
});

test('pages in the order of a column say which rows they show', async () => {
	const { session } = await client('orders');
	const { id } = session.state.tables[0]!;
	const page = async (column: string, isDescending: boolean, from = 0) =>
		rowsOf((await session.rows.page(id, from, 3, { column, isDescending })).rows).map((row) => [
			row['Row'],
			row[column],
		]);
	const inOrder = rowsOf((await session.rows.page(id, 0, 10)).rows).map((row, index) => [
		String(index + 1),
		Number(row['revenue']),
	]);
	const byRevenue = [...inOrder].sort((a, b) => Number(a[1]) - Number(b[1]));
	expect([...(await page('revenue', false)), ...(await page('revenue', false, 3))]).toEqual(byRevenue);
	expect(await page('revenue', true)).toEqual(byRevenue.toReversed().slice(0, 3));
	await expect(page('nothing', false)).rejects.toMatchObject({ code: 'not-found' });
});

test('undo and redo cover segments, settings, mappings, imports and removals, over a restart too', async () => {
	const { session, path } = await client('customers', 'orders');
	const [customers, orders] = session.state.tables;
	await session.writeSegmentation(segments, 'Define segments');
	await session.remapTable(customers!.id, { ...customers!.mapping, attributes: [] });
	const facts = (from: Session) => [
		from.state.tables.length,
		from.state.customers,
		from.state.segmentation.segments.length,
		from.state.fields.some(({ name }) => name === 'country'),
	];
	expect(facts(session)).toEqual([2, 4, 2, false]);
	await session.close();

	const again = await Session.open(path);
	onTestFinished(() => again.close());
	expect(facts(again)).toEqual([2, 4, 2, false]);
	await again.removeTable(customers!.id);
	expect(facts(again)).toEqual([1, 4, 2, false]);
	const seen = [];
	for (const step of ['undo', 'undo', 'undo', 'undo', 'redo', 'redo', 'redo', 'redo'] as const) {
		await again[step]();
		seen.push([again.state.undoLabel, ...facts(again)]);
	}
	expect(seen).toEqual([
		['Map customers', 2, 4, 2, false],
		['Define segments', 2, 4, 2, true],
		['Import orders', 2, 4, 0, true],
		['Import customers', 1, 4, 0, true],
		['Import orders', 2, 4, 0, true],
		['Define segments', 2, 4, 2, true],
		['Map customers', 2, 4, 2, false],
		['Remove customers', 1, 4, 2, false],
	]);
	expect(orders!.name).toBe('orders');
});

test('a corrected mapping clusters the events anew, and undoing it brings the old figures back', async () => {
	const { session } = await client('orders');
	const { id, mapping } = session.state.tables[0]!;
	const revenue = async () =>
		(await session.segments.evaluate(segments, defaultSettings)).numbers.find((n) => n.name === 'revenue')?.value;
	const figures = [await revenue()];
	const { revenue: _, ...fields } = mapping.fields;
	await session.remapTable(id, { ...mapping, fields: { ...fields, revenue: 'order_id' } });
	figures.push(await revenue());
	await session.undo();
	figures.push(await revenue());
	expect(figures).toEqual([145, 17, 145]);
	await expect(session.remapTable(id, { ...mapping, fields: { ...fields, revenue: 'channel' } })).rejects.toThrow(
		/holds text values/,
	);
});

test('a second table of the same role is refused unless it takes the place of the first', async () => {
	const { session, folder } = await client('orders');
	const plan = clientPlan(folder, 'orders');
	const first = session.state.tables[0]!;
	await expect(session.importTable(plan, null)).rejects.toMatchObject({
		code: 'conflict',
		message: expect.stringContaining('The project has orders already'),
	});
	const second = await session.importTable(plan, first.id);
	expect([session.state.tables.map(({ id }) => id), session.state.undoLabel]).toEqual([
		[second.id],
		'Replace orders by orders',
	]);
	await session.undo();
	expect(session.state.tables.map(({ id }) => id)).toEqual([first.id]);
});

test('a cancelled or failed import leaves the project as it was', async () => {
	const { session, folder, path } = await client('customers');
	const before = session.state;
	const cancelled = createJob(AbortSignal.abort(), () => undefined);
	await expect(session.importTable(clientPlan(folder, 'orders'), null, cancelled)).rejects.toMatchObject({
		code: 'cancelled',
	});
	const missing = { ...clientPlan(folder, 'orders'), path: join(folder, 'gone.csv') };
	await expect(session.importTable(missing, null)).rejects.toMatchObject({ code: 'data' });
	expect(session.state).toBe(before);
	await session.close();
	const again = await Session.open(path);
	onTestFinished(() => again.close());
	expect([again.state.tables, again.state.undoLabel]).toEqual([before.tables, 'Import customers']);
	expect(await again.importTable(clientPlan(folder, 'orders'), null)).toMatchObject({ rowsLoaded: 6 });
});

test('versions of the segments are kept, and restoring one can be undone', async () => {
	const { session } = await client('customers');
	await session.writeSegmentation(segments, 'Define segments');
	expect(session.state.hasUnsavedVersion).toBe(true);
	await session.saveVersion('for the board');
	expect([session.state.hasUnsavedVersion, session.state.versions[0]]).toMatchObject([
		false,
		{ reason: 'for the board', segments: 2 },
	]);
	await session.writeSegmentation({ ...segments, segments: [] }, 'Clear');
	await session.restoreVersion(session.state.versions[0]!.id);
	expect([session.state.segmentation, session.state.hasUnsavedVersion]).toEqual([segments, false]);
	await session.undo();
	expect(session.state.segmentation.segments).toEqual([]);
	expect(session.history(3).map(({ isUndone }) => isUndone)).toEqual([true, false, false]);
});

test('strict segments that a customer could match together are not saved as a version, and the message names the customer', async () => {
	const { session } = await client('customers');
	const overlapping = [
		{ id: 'a', name: 'A', rule: "coalesce('x', 'y') = 'x'" },
		{ id: 'b', name: 'B', rule: 'true' },
	];
	await session.writeSegmentation({ ...segments, segments: overlapping, mode: 'strict' }, 'Strict');
	await expect(session.saveVersion('refused')).rejects.toMatchObject({
		code: 'data',
		message: expect.stringMatching(/^The version was not saved\. Segments “A” and “B” overlap: .*customer/),
	});
	expect(session.state.versions).toEqual([]);
	await session.writeSegmentation({ ...segments, segments: overlapping.slice(0, 1), mode: 'strict' }, 'Strict');
	await session.saveVersion('kept');
	expect(session.state.versions).toHaveLength(1);
});

test('a project that is open for reading only shows everything, says so and refuses changes', async () => {
	const { session, path } = await client('customers', 'orders');
	await session.close();
	const readers = [await Session.open(path, undefined, true), await Session.open(path, undefined, true)];
	onTestFinished(async () => {
		await Promise.all(readers.map((reader) => reader.close()));
	});
	expect(readers.map(({ state }) => [state.isReadOnly, state.customers])).toEqual([
		[true, 4],
		[true, 4],
	]);
	expect(codes(readers[0]!)).toContain('project.read-only');
	await expect(readers[0]!.writeSegmentation(segments, 'Define')).rejects.toThrow(/open for reading only/);
	await expect(readers[0]!.undo()).rejects.toThrow(/open for reading only/);
});

test('the values of a field can be looked up', async () => {
	const { session } = await client('customers', 'orders');
	const question = { prefix: '', limit: 5, segmentation: null };
	expect(await session.segments.describeField({ ...question, field: 'country', prefix: 'd' })).toMatchObject({
		customers: 4,
		nulls: 0,
		distinct: 3,
		top: [{ value: 'DE', count: 2 }],
	});
	await expect(session.segments.describeField({ ...question, field: 'nothing' })).rejects.toThrow(/no field "nothing"/);
});

test('the values of a custom field are those of its expression', async () => {
	const { session } = await client('customers', 'orders');
	const customFields = [
		{ name: 'double', expression: 'order_count * 2.5' },
		{ name: 'land', expression: 'lower(country)' },
		{ name: 'is regular', expression: 'double >= 5' },
		{ name: 'since', expression: 'last_order_date + 1 months' },
		{ name: 'broken', expression: 'nothing + 1' },
	];
	const question = { prefix: '', limit: 5, segmentation: { ...segments, customFields } };
	const plain = await session.segments.describeField({ ...question, field: 'order_count' });
	const double = await session.segments.describeField({ ...question, field: 'double' });
	expect(double).toEqual({
		...plain,
		type: 'decimal',
		min: Number(plain.min) * 2.5,
		median: Number(plain.median) * 2.5,
		max: Number(plain.max) * 2.5,
		histogram: { low: Number(plain.min) * 2.5, high: Number(plain.max) * 2.5, counts: expect.any(Array) },
		top: plain.top.map(({ value, count }) => ({ value: Number(value) * 2.5, count })),
	});
	expect(await session.segments.describeField({ ...question, field: 'land', prefix: 'D' })).toMatchObject({
		type: 'text',
		top: [{ value: 'de', count: 2 }],
	});
	const regular = await session.segments.describeField({ ...question, field: 'is regular' });
	const often = plain.top.filter(({ value }) => Number(value) >= 2).reduce((sum, { count }) => sum + count, 0);
	expect([regular.type, regular.top.find(({ value }) => value === true)?.count ?? 0]).toEqual(['boolean', often]);
	expect(await session.segments.describeField({ ...question, field: 'since' })).toMatchObject({ type: 'date' });
	await expect(session.segments.describeField({ ...question, field: 'broken' })).rejects.toThrow(/no field nothing/);
});
