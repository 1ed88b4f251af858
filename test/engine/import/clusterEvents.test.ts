import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cellOf } from '../../../engine/columns/cellOf.ts';
import type { Column } from '../../../engine/columns/Column.ts';
import { CustomerBase } from '../../../engine/columns/CustomerBase.ts';
import { readColumn } from '../../../engine/columns/readRows.ts';
import { clusterEventsNow } from '../../../engine/import/cluster/clusterEvents.ts';
import { loadEventTable, readClusterMeta, readEventKeys } from '../../../engine/import/cluster/loadEventTable.ts';
import type { TableMapping } from '../../../shared/model/tableMapping.ts';
import { fileOf, importFile } from './importFile.ts';
import type { MemorySink } from './MemorySink.ts';

const mapping: TableMapping = {
	role: 'orders',
	fields: { customer_id: 'customer', order_id: 'order', date: 'day', revenue: 'amount', quantity: 'pieces' },
	attributes: ['city', 'tier'],
	arms: null,
};

interface Event {
	readonly customer: string;
	readonly order: string;
	readonly day: string;
	readonly amount: string;
	readonly pieces: string;
	readonly city: string;
	readonly tier: string;
}

function load(sink: MemorySink) {
	const meta = readClusterMeta(sink)!;
	const base = new CustomerBase([readEventKeys(sink, meta)]);
	return { base, ...loadEventTable(sink, meta, (keys) => base.rowsOf(keys)) };
}

/** Everything of a loaded table, in a form that can be compared. */
function tableOf({ table, attributes, meta }: ReturnType<typeof load>) {
	const columns = [...table.columns, ...attributes].map(([id, column]) => [id, cells(column)]);
	return { offsets: [...table.offsets], firstLine: [...(table.firstLine ?? [])], columns, keys: meta.keys };
}

const cells = (column: Column | undefined) =>
	column ? Array.from({ length: column.length }, (_, row) => cellOf(column, row)) : [];

/** The order that clustering promises: by key where keys are whole numbers close together, else by first appearance. */
function inOrder(keys: readonly string[]): string[] {
	const isClose = keys.every((key) => /^[1-9]\d*$/.test(key)) && keys.every((key) => Number(key) < 65_536);
	return isClose ? keys.toSorted((a, b) => Number(a) - Number(b)) : [...keys];
}

/** Customers, each with its rows in file order: what clustering must give. */
function grouped(events: readonly Event[]) {
	const groups = new Map<string, Event[]>();
	for (const event of events) {
		groups.set(event.customer, [...(groups.get(event.customer) ?? []), event]);
	}
	const customers = inOrder([...groups.keys()]);
	const sorted = customers.map((customer) => groups.get(customer)!);
	const number = (text: string) => (text === '' ? null : Number(text));
	const isFirst = sorted.map((group) =>
		group.map(({ order }, row) => (order === '' || group.findIndex((other) => other.order === order) === row ? 1 : 0)),
	);
	return {
		customers,
		sizes: sorted.map((group) => group.length),
		days: sorted.flatMap((group) => group.map(({ day }) => (day === '' ? null : day))),
		amounts: sorted.flatMap((group) => group.map(({ amount }) => number(amount))),
		pieces: sorted.flatMap((group) => group.map(({ pieces }) => number(pieces))),
		firstLine: isFirst.flat().includes(0) ? isFirst.flat() : null,
		cities: sorted.map((group) => group.at(-1)!.city || null),
		tiers: sorted.map((group) => number(group.at(-1)!.tier)),
	};
}

async function clustered(events: readonly Event[], morselBytes: number) {
	const header = 'customer,order,day,amount,pieces,city,tier';
	const lines = events.map((event) => Object.values(event).join(','));
	const path = fileOf([header, ...lines].join('\n'));
	const { sink, preview, table } = await importFile(path, { mapping }, { morselBytes, threads: 0 });
	const loaded = load(sink);
	const { offsets, columns, firstLine } = loaded.table;
	const found = {
		customers: Array.from({ length: loaded.base.length }, (_, row) => loaded.base.customerId(row)),
		sizes: Array.from({ length: offsets.length - 1 }, (_, customer) => offsets[customer + 1]! - offsets[customer]!),
		days: cells(columns.get('date')),
		amounts: cells(columns.get('revenue')),
		pieces: cells(columns.get('quantity')),
		firstLine: firstLine ? [...firstLine] : null,
		cities: cells(loaded.attributes.get('city')),
		tiers: cells(loaded.attributes.get('tier')),
	};
	return { found, loaded, sink, preview, table };
}

/** Customers that are numbers, codes or words; order ids that rise with the file, repeat at random, or are words. */
const randomEvents = fc
	.record({
		keyOf: fc.constantFrom(
			(key: number) => `${key}`,
			(key: number) => `${key * 1_000_003}`,
			(key: number) => `K-${key}`,
			(key: number) => `00${key}`,
		),
		orderOf: fc.constantFrom(
			(_: number, row: number) => `${Math.floor(row / 2)}`,
			(order: number) => `${order}`,
			(order: number) => (order === 0 ? '' : `${order}`),
			(order: number) => `ord-${order}`,
		),
		rows: fc.array(fc.tuple(fc.nat(9), fc.nat(4), fc.nat(27), fc.nat(9999), fc.nat(3)), {
			minLength: 1,
			maxLength: 120,
		}),
	})
	.map(({ keyOf, orderOf, rows }) =>
		rows.map(([key, order, day, cents, pieces], row): Event => ({
			customer: keyOf(key + 1),
			order: orderOf(order, row),
			day: day === 0 ? '' : `2025-02-${String(day).padStart(2, '0')}`,
			amount: cents % 10 === 0 ? '' : (cents / 100).toFixed(2),
			pieces: `${pieces}`,
			city: ['Bonn', 'Ulm', '', 'Köln'][pieces]!,
			tier: `${key % 3}`,
		})),
	);

test('clustered events equal a naive grouping, whatever the keys and the split', async () => {
	await fc.assert(
		fc.asyncProperty(randomEvents, fc.integer({ min: 30, max: 2000 }), async (events, morselBytes) => {
			const { found } = await clustered(events, morselBytes);
			expect(found).toEqual(grouped(events));
		}),
		{ seed: 20_260_102, numRuns: 60 },
	);
});

test('columns that are sorted range by range with a second thread are those that are sorted in one go', async () => {
	const word = (value: number) => `w${(value * 7919) % 100_003}`;
	const lines = Array.from({ length: 3000 }, (_, row) => {
		const key = (row * row) % 211;
		const day = row % 7 === 0 ? '' : `2025-${String(1 + (row % 12)).padStart(2, '0')}-11`;
		const city = row % 11 === 0 ? '' : word(row);
		const time = `2025-03-01T10:${String(row % 60).padStart(2, '0')}:00Z`;
		const amount = row % 5 === 0 ? '' : `${row * 97}.25`;
		return [key, word(row % 1500), day, amount, row % 300, city, time].join(',');
	});
	const path = fileOf(['customer,order,day,amount,pieces,city,at', ...lines].join('\n'));
	const byTime = { ...mapping, fields: { ...mapping.fields, date: 'at', cost: 'pieces' }, attributes: ['city', 'day'] };
	const fields = { customer_id: 'customer', campaign: 'city', date: 'day' };
	const byText: TableMapping = { role: 'recipients', fields, attributes: ['order'], arms: null };
	const forms: string[][] = [];
	for (const chosen of [{ ...mapping, attributes: ['city'] }, byTime, byText]) {
		const { sink, table } = await importFile(path, { mapping: chosen }, { morselBytes: 5000, threads: 0 });
		const whole = tableOf(load(sink));
		sink.clearClusters();
		const input = { mapping: chosen, columns: table.columns, source: sink, sink };
		clusterEventsNow({ ...input, threadRows: 1, rangeBytes: 2048 });
		expect(tableOf(load(sink))).toEqual(whole);
		forms.push(Object.values(readClusterMeta(sink)!.fields).map(({ kind, array }) => `${kind} ${array}`));
	}
	expect(forms).toEqual([
		['number i32', 'date u16', 'number u16'],
		['timestamp f64', 'number i32', 'number u16', 'number u16'],
		['text f64', 'date u16'],
	]);
});

test('whole numbers and dates close together are stored in fewer bytes', async () => {
	const event = { customer: '1', order: '1', day: '2025-01-01', amount: '1.5', pieces: '200', city: 'x', tier: '1' };
	const events = [event, { ...event, order: '2', day: '', amount: '99000.25', pieces: '455' }];
	const { found, loaded } = await clustered(events, 1000);
	const arrays = Object.entries(loaded.meta.fields).map(([id, { array, base }]) => `${id} ${array} ${base}`);
	expect([found.days, found.amounts, found.pieces, arrays.toSorted()]).toEqual([
		['2025-01-01', null],
		[1.5, 99_000.25],
		[200, 455],
		['date u8 20089', 'quantity u8 200', 'revenue i32 0'],
	]);
});

test('events that an earlier version clustered are read as they are', async () => {
	const { sink } = await clustered(
		[{ customer: '1', order: '1', day: '2025-01-01', amount: '1.5', pieces: '2', city: 'x', tier: '1' }],
		1000,
	);
	const meta = readClusterMeta(sink)!;
	const { base: _, ...date } = { ...meta.fields['date']!, array: 'i32' };
	sink.clearClusters();
	sink.writeCluster('meta', 0, Buffer.from(JSON.stringify({ ...meta, format: 1, fields: { date } })));
	sink.writeCluster('offsets', 0, new Uint8Array(Int32Array.of(0, 1).buffer));
	sink.writeCluster('keys:values', 0, new Uint8Array(Int32Array.of(1).buffer));
	sink.writeCluster('field:date:values', 0, new Uint8Array(Int32Array.of(20_089).buffer));
	const earlier = loadEventTable(sink, { ...readClusterMeta(sink)!, attributes: {} }, () => Int32Array.of(0));
	expect(cells(earlier.table.columns.get('date'))).toEqual(['2025-01-01']);
});

test('columns that never change within a customer are found', async () => {
	const events = Array.from({ length: 40 }, (_, row): Event => ({
		customer: `${row % 7}`,
		order: `${row}`,
		day: '2025-01-01',
		amount: '1.00',
		pieces: '1',
		city: `city ${(row % 7) % 3}`,
		tier: `${row % 5}`,
	}));
	const { loaded } = await clustered(events, 300);
	expect(loaded.meta.constantColumns).toEqual(['city']);
});

test('a corrected mapping is clustered again from the stored columns', async () => {
	const events = [
		['b', '1', '2025-01-02', '5.00', '2', 'x', '1'],
		['a', '2', '2025-01-01', '7.50', '1', 'y', '2'],
		['b', '3', '2025-01-03', '1.25', '4', 'x', '2'],
	].map(
		([customer, order, day, amount, pieces, city, tier]) =>
			({ customer, order, day, amount, pieces, city, tier }) as Event,
	);
	const { sink, table } = await clustered(events, 1000);
	sink.clearClusters();
	const corrected = { ...mapping, fields: { customer_id: 'city', revenue: 'pieces' }, attributes: [] };
	clusterEventsNow({ mapping: corrected, columns: table.columns, source: sink, sink });
	const { base, table: events2 } = load(sink);
	expect({
		customers: [0, 1].map((row) => base.customerId(row)),
		offsets: [...events2.offsets],
		revenue: cells(events2.columns.get('revenue')),
		fields: [...events2.columns.keys()],
		firstLine: events2.firstLine,
	}).toEqual({ customers: ['x', 'y'], offsets: [0, 2, 3], revenue: [2, 4, 1], fields: ['revenue'], firstLine: null });
});

test('rows without the customer of a corrected mapping are counted and have no place', async () => {
	const events = ['x', '', 'x'].map((city, row) => ({
		customer: `${row}`,
		order: `${row}`,
		day: '2025-01-01',
		amount: `${row}.50`,
		pieces: '1',
		city,
		tier: '1',
	}));
	const { sink, table } = await clustered(events, 1000);
	sink.clearClusters();
	const corrected = { ...mapping, fields: { customer_id: 'city', revenue: 'amount' }, attributes: [] };
	clusterEventsNow({ mapping: corrected, columns: table.columns, source: sink, sink });
	const { meta, table: loaded } = load(sink);
	expect([meta.length, meta.rowsWithoutKey, cells(loaded.columns.get('revenue'))]).toEqual([2, 1, [0.5, 2.5]]);
});

test('a customer column of amounts or dates is refused with a sentence', async () => {
	const { sink, table } = await clustered(
		[{ customer: '1', order: '1', day: '2025-01-01', amount: '1.5', pieces: '1', city: 'x', tier: '1' }],
		1000,
	);
	const wrong = { ...mapping, fields: { customer_id: 'day' } };
	expect(() => clusterEventsNow({ mapping: wrong, columns: table.columns, source: sink, sink })).toThrow(
		'Column "day" holds date values and cannot name customers. Choose a column of whole numbers or text.',
	);
});

test('events of customers who are not in the base are kept with the base row -1', async () => {
	const people = await importFile(fileOf('customer_id,city\n007,Bonn\n3,Ulm\nx1,Kiel\n'), { role: 'customers' });
	const base = new CustomerBase([readColumn(people.sink, 0, people.table.columns[0]!.storage)]);
	const orders = await importFile(
		fileOf('customer,order,day,amount,pieces,city,tier\n7,1,,1,1,a,1\n3,2,,2,1,a,1\n3,3,,4,1,a,1\n'),
		{
			mapping,
		},
	);
	const meta = readClusterMeta(orders.sink)!;
	const { table } = loadEventTable(orders.sink, meta, (found) => base.rowsOf(found));
	expect([[...table.baseRows], [...table.offsets]]).toEqual([
		[1, -1],
		[0, 2, 3],
	]);
});
