import { appendFileSync, chmodSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { previewImport } from '../../../engine/import/previewImport.ts';
import { runImport } from '../../../engine/import/runImport.ts';
import type { ImportOverrides } from '../../../shared/model/importPlan.ts';
import { temporaryFolder } from '../../support/temporaryFolder.ts';
import { fileOf, importFile, plainTable } from './importFile.ts';
import { MemorySink } from './MemorySink.ts';

const orders: ImportOverrides = {
	mapping: {
		role: 'orders',
		fields: { customer_id: 'customer', date: 'date', revenue: 'amount' },
		attributes: [],
		arms: null,
	},
};

async function failureOf(path: string, overrides: ImportOverrides = plainTable): Promise<unknown> {
	return await importFile(path, overrides).then(
		() => null,
		(error: unknown) => error,
	);
}

/** `lines` rows of orders whose cells are given by column. */
function orderFile(lines: number, cell: (row: number) => string): string {
	const rows = Array.from(
		{ length: lines },
		(_, row) => `${row},2025-01-${String((row % 28) + 1).padStart(2, '0')},${cell(row)}`,
	);
	return fileOf(`customer,date,amount\n${rows.join('\n')}\n`);
}

test('each type loads with its values, nulls and range', async () => {
	const path = fileOf(
		[
			'whole,money,day,moment,yes,label,zip',
			'1,1.50,2025-01-31,2025-01-31 12:30:00,true,red,01234',
			'-20,-0.05,1899-12-31,2025-01-31T12:30:00.250+02:00,FALSE,"blue, dark",00001',
			'NULL,N/A,,NA,,null,#N/A',
			'300,12,2400-02-29,2025-02-01,Yes,"red",99999',
		].join('\r\n'),
	);
	const { rows, table } = await importFile(path, plainTable);
	expect(rows).toEqual([
		[1, 1.5, '2025-01-31', '2025-01-31T12:30:00Z', true, 'red', '01234'],
		[-20, -0.05, '1899-12-31', '2025-01-31T10:30:00.250Z', false, 'blue, dark', '00001'],
		[null, null, null, null, null, null, null],
		[300, 12, '2400-02-29', '2025-02-01T00:00:00Z', true, 'red', '99999'],
	]);
	expect(table.columns.map(({ summary }) => summary)).toEqual([
		{ name: 'whole', type: 'integer', nulls: 1, distinct: null, min: -20, max: 300 },
		{ name: 'money', type: 'decimal', nulls: 1, distinct: null, min: -0.05, max: 12 },
		{ name: 'day', type: 'date', nulls: 1, distinct: null, min: '1899-12-31', max: '2400-02-29' },
		{
			name: 'moment',
			type: 'timestamp',
			nulls: 1,
			distinct: null,
			min: '2025-01-31T10:30:00.250Z',
			max: '2025-02-01T00:00:00Z',
		},
		{ name: 'yes', type: 'boolean', nulls: 1, distinct: null, min: 0, max: 1 },
		{ name: 'label', type: 'text', nulls: 1, distinct: 2, min: null, max: null },
		{ name: 'zip', type: 'text', nulls: 1, distinct: 3, min: null, max: null },
	]);
});

test('money is held in exact minor units, in doubles only where 32 bits are too few', async () => {
	const { table, rows, sink } = await importFile(
		fileOf('small,large,tiny\n0.10,90000000.25,1e-7\n0.20,1.75,2.5\n'),
		plainTable,
	);
	expect(table.columns.map(({ storage }) => [storage.scale, storage.isExact, storage.isWide])).toEqual([
		[2, true, false],
		[2, true, true],
		[0, false, true],
	]);
	expect(rows).toEqual([
		[0.1, 90_000_000.25, 1e-7],
		[0.2, 1.75, 2.5],
	]);
	expect(sink.readChunk(0, 0).encoding).toBe('u8');
});

test('rows with the wrong number of values are quarantined with their physical line and their text', async () => {
	const { table, sink } = await importFile(fileOf('a,b\n1,"two\nlines"\n\n2\n3,4,5\n"6",7\n'), plainTable);
	expect(sink.quarantine).toEqual([
		{ line: 5, reason: 'The row has 1 value instead of 2.', text: '2' },
		{ line: 6, reason: 'The row has 3 values instead of 2.', text: '3,4,5' },
	]);
	expect([table.rowsRead, table.rowsLoaded, table.rowsQuarantined]).toEqual([4, 2, 2]);
});

test('a quote that never closes costs one row', async () => {
	const { rows, sink, table } = await importFile(fileOf('a,b\n1,2\n3,"open\n5,6\n7,8'), plainTable);
	expect(rows).toEqual([
		[1, 2],
		[5, 6],
		[7, 8],
	]);
	expect(sink.quarantine).toEqual([
		{ line: 3, reason: 'A quote that opens in this line is never closed.', text: '3,"open' },
	]);
	expect(table.problems.map(({ code }) => code)).toEqual(['import.quarantined']);
});

test('a quote that closes only after more than a mebibyte counts as never closed', async () => {
	const filler = Array.from({ length: 60_000 }, (_, row) => `${row},plain text that fills`).join('\n');
	const { sink, table } = await importFile(fileOf(`a,b\n1,"open\n${filler}\n2,end"\n`), plainTable);
	expect(sink.quarantine.map(({ line }) => line)).toEqual([2]);
	expect(table.rowsLoaded).toBe(60_001);
});

test('unreadable dates and amounts are quarantined with column, value and what was expected', async () => {
	const path = fileOf(
		'customer,date,amount\n1,2025-02-30,5.00\n2,2025-02-28,5.00\n3,2025-03-01,five\n4,2025-03-01,2.50\n',
	);
	const { rows, sink } = await importFile(path, orders);
	expect(rows).toEqual([
		[2, '2025-02-28', 5],
		[4, '2025-03-01', 2.5],
	]);
	expect(sink.quarantine.map(({ line, reason }) => [line, reason])).toEqual([
		[2, '"2025-02-30" in column "date" is not a date written like 2025-12-31.'],
		[4, '"five" in column "amount" is not a number.'],
	]);
});

test('a late misfit in a column without a part is quarantined while misfits are few', async () => {
	const { table, sink } = await importFile(
		orderFile(20_000, (row) => (row === 15_000 ? 'gone' : `${row}`)),
		plainTable,
	);
	expect(sink.quarantine).toEqual([
		{ line: 15_002, reason: '"gone" in column "amount" is not a whole number.', text: '15000,2025-01-21,gone' },
	]);
	expect([table.rowsRead, table.rowsLoaded, sink.clears]).toEqual([20_000, 19_999, 0]);
});

test.each([
	['decimals among integers', (row: number) => (row === 15_000 ? '7.125' : `${row}`), 'decimal', 7.125],
	['an identifier among integers', (row: number) => (row === 15_000 ? '007' : `${row}`), 'text', '007'],
	[
		'too many words among integers',
		(row: number) => (row > 6600 && row < 9000 && row % 3 === 0 ? 'gone' : `${row}`),
		'text',
		'15000',
	],
	['a double among decimals', (row: number) => (row === 15_000 ? '1.5e300' : `${row}.25`), 'decimal', 1.5e300],
])('late %s widen the column in a second pass, without losing a row', async (_, cell, type, value) => {
	const { table, rows, sink } = await importFile(orderFile(20_000, cell), plainTable, {
		morselBytes: 50_000,
		threads: 0,
	});
	expect(sink.clears).toBe(1);
	expect([table.columns[2]!.summary.type, rows[15_000]![2], rows[1]![2]]).toEqual([
		type,
		value,
		type === 'text' ? '1' : _.startsWith('a double') ? 1.25 : 1,
	]);
	expect([table.rowsLoaded, table.rowsQuarantined]).toEqual([20_000, 0]);
	expect(table.problems.map(({ code }) => code)).toEqual(['import.widened']);
});

test('a text column that outgrows its codes keeps every value', async () => {
	const count = 70_000;
	const names = Array.from({ length: count }, (_, row) => (row < 20_000 ? `name ${row % 10}` : `name ${row}`));
	const { rows, table } = await importFile(
		fileOf(`id,name\n${names.map((name, row) => `${row},${name}`).join('\n')}`),
		plainTable,
		{
			morselBytes: 200_000,
			threads: 0,
		},
	);
	expect(table.columns[1]!.storage.kind).toBe('text');
	expect(rows.map((row) => row[1])).toEqual(names);
});

test('a repeated customer is quarantined with the line of the first row, over morsels', async () => {
	const path = fileOf('customer_id,city\n1,Bonn\n2,"Ulm"\n1,Kiel\n3,Jena\n2,Hof\n1,Bonn\n');
	const { rows, sink, table } = await importFile(path, { role: 'customers' }, { morselBytes: 9, threads: 0 });
	expect(rows).toEqual([
		[1, 'Bonn'],
		[2, 'Ulm'],
		[3, 'Jena'],
	]);
	expect(sink.quarantine).toEqual([
		{ line: 4, reason: 'The customer is a duplicate of line 2.', text: '1,Kiel' },
		{ line: 6, reason: 'The customer is a duplicate of line 3.', text: '2,Hof' },
		{ line: 7, reason: 'The customer is a duplicate of line 2.', text: '1,Bonn' },
	]);
	expect(table.problems.map(({ code, message }) => [code, message])).toEqual([
		['import.quarantined', 'In quarantine: 3 rows of 6, which could not be loaded.'],
		[
			'import.duplicate-customers',
			'In quarantine: 3 duplicate rows of customers that an earlier row names already. The first row of each customer counts.',
		],
	]);
});

test('a row without a customer key is quarantined, a quoted word for nothing included', async () => {
	const { rows, sink } = await importFile(
		fileOf('customer,date,amount\nA1,2025-01-01,1\n,2025-01-02,2\n"NULL",2025-01-02,3\n'),
		orders,
	);
	expect(rows.length).toBe(1);
	expect(sink.quarantine.map(({ reason }) => reason)).toEqual([
		'The customer key in column "customer" is empty.',
		'The customer key in column "customer" is empty.',
	]);
});

test('windows-1252 is told from the sample, and from the rest of the file where the sample is plain', async () => {
	const early = await importFile(fileOf(Buffer.from('name,city\nJos\xe9,K\xf6ln\n', 'latin1')), plainTable);
	expect([early.table.dialect.encoding, early.rows]).toEqual(['windows-1252', [['José', 'Köln']]]);
	const plain = Array.from({ length: 30_000 }, (_, row) => `${row},plain and simple`).join('\n');
	const late = Buffer.from(`id,name\n${plain}\n7,caf\xe9\n${plain}\n`, 'latin1');
	const { table, rows } = await importFile(fileOf(late), plainTable);
	expect([table.dialect.encoding, rows[30_000], table.rowsQuarantined]).toEqual(['windows-1252', [7, 'café'], 0]);
});

test('a stray byte in UTF-8 text quarantines its row', async () => {
	const text = Buffer.from(`id,name\n${'1,é\n'.repeat(40_000)}`);
	const broken = Buffer.concat([text, Buffer.from('2,\xff\n', 'latin1'), text.subarray(8)]);
	const { table, sink } = await importFile(fileOf(broken), plainTable);
	expect(table.dialect.encoding).toBe('utf-8');
	expect(sink.quarantine.map(({ line, reason }) => [line, reason])).toEqual([
		[40_002, 'The row holds bytes that are not UTF-8 text.'],
	]);
});

test('files that cannot be a table are refused with one sentence', async () => {
	const folder = temporaryFolder();
	const empty = fileOf('');
	const binary = fileOf(Buffer.from(Array.from({ length: 5000 }, (_, index) => (index * 7) % 256)));
	const header = fileOf('a,b\n');
	const short = fileOf('a,b\n1\n2\n');
	const messages = [];
	for (const path of [join(folder, 'no.csv'), folder, empty, binary, header, short]) {
		messages.push(await failureOf(path));
	}
	expect(messages).toMatchObject([
		{ code: 'data', message: `There is no file ${join(folder, 'no.csv')}.` },
		{ code: 'data', message: `${folder} is a folder. Choose a file.` },
		{ code: 'data', message: `${empty} is empty.` },
		{ code: 'data', message: `${binary} is not a text file. Export the table as CSV and import that.` },
		{ code: 'data', message: `${header} has a header but no rows.` },
		{
			code: 'data',
			message: `None of the 2 rows of ${short} could be loaded. Check the delimiter and the column types in the preview.`,
		},
	]);
});

test.skipIf(process.getuid?.() === 0)('a file that may not be read is refused', async () => {
	const path = fileOf('a\n1\n');
	chmodSync(path, 0);
	expect(await failureOf(path)).toMatchObject({
		code: 'data',
		message: `${path} cannot be read. Check its permissions.`,
	});
});

test('a file that changes while it is read is refused', async () => {
	const path = orderFile(5000, (row) => `${row}`);
	const { plan } = previewImport(path, plainTable);
	const sink = new MemorySink();
	const change = () => appendFileSync(path, '1,2025-01-01,1\n');
	await expect(runImport(plan, sink, { threads: 0, onProgress: change })).rejects.toMatchObject({
		code: 'data',
		message: `${path} was changed while it was read. Import it again when it is complete.`,
	});
});

test('a cancel ends the threads within a moment and nothing more is written', async () => {
	const path = orderFile(200_000, (row) => `${row}.25`);
	const { plan } = previewImport(path, plainTable);
	const sink = new MemorySink();
	const controller = new AbortController();
	let cancelledAt = 0;
	const stop = () => {
		cancelledAt ||= performance.now();
		controller.abort();
	};
	const run = runImport(plan, sink, { signal: controller.signal, threads: 2, morselBytes: 100_000, onProgress: stop });
	await expect(run).rejects.toMatchObject({ code: 'cancelled' });
	expect(performance.now() - cancelledAt).toBeLessThan(1000);
	const written = sink.chunks.length;
	await new Promise((resolve) => setTimeout(resolve, 50));
	expect([sink.chunks.length, sink.chunks.length < 60]).toEqual([written, true]);
	expect(
		process.getActiveResourcesInfo().filter((name) => name === 'MessagePort' || name === 'Worker').length,
	).toBeLessThan(3);
});

test('progress grows to the whole file and counts its rows', async () => {
	const seen: number[] = [];
	const path = orderFile(20_000, (row) => `${row}`);
	const { table } = await importFile(path, plainTable, {
		morselBytes: 50_000,
		threads: 1,
		onProgress: ({ done, total }) => seen.push(done / total),
	});
	expect(seen.at(-1)).toBe(1);
	expect(seen).toEqual([...seen].sort((a, b) => a - b));
	expect(table.rowsRead).toBe(20_000);
});
