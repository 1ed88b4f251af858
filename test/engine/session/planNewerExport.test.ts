import { tableFromIPC } from 'apache-arrow';
import { strToU8, zipSync } from 'fflate';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, onTestFinished, test } from 'vitest';
import { previewSource } from '../../../engine/import/previewSource.ts';
import { Session } from '../../../engine/session/Session.ts';
import type { ImportOverrides } from '../../../shared/model/importPlan.ts';
import { placeUnit } from '../../../shared/model/tableSource.ts';
import { temporaryFolder } from '../../support/temporaryFolder.ts';

async function imported(file: string, bytes: string | Uint8Array, overrides: ImportOverrides = {}) {
	const folder = temporaryFolder();
	const session = await Session.create(join(folder, 'client.tranche'));
	onTestFinished(() => session.close());
	const write = (name: string, content: string | Uint8Array) => {
		const path = join(folder, name);
		writeFileSync(path, content);
		return path;
	};
	const preview = await previewSource(write(file, bytes), { role: 'orders', ...overrides });
	expect(placeUnit(preview.plan.source)).toBe(preview.choices.unit);
	const table = await session.importTable(preview.plan, null);
	expect(table.source).toEqual(preview.plan.source);
	/** Plans, compares and takes the newer export in place of the table; the rows that come of it. */
	const takeNewer = async (...paths: string[]) => {
		const { id } = session.state.tables[0]!;
		const { plan, notes } = await session.tables.planNewer(id, paths);
		const { token, rowsQuarantined, same } = await session.tables.compare(id, plan, null);
		await session.tables.applyCompared(id, token, 'replace');
		return { plan, notes, rowsQuarantined, same, rows: await rowsOf(session) };
	};
	return { folder, session, write, takeNewer };
}

async function rowsOf(session: Session) {
	const { rows } = await session.rows.page(session.state.tables[0]!.id, 0, 100);
	return tableFromIPC(rows)
		.toArray()
		.map((row) => Object.values(row.toJSON()));
}

/** ISO 8859-2: £ stands for Ł, ó for ó. */
const german = (lines: string) => gzipSync(Buffer.from(`Nr;Kunde;Datum;Umsatz\n${lines}`, 'latin1'));

test('a newer gzip is read with the encoding, dates and decimal comma that were set for the first one', async () => {
	const { session, takeNewer, write } = await imported('a.csv.gz', german('1;\xa3\xf3d;13/01/2026;1,5\n'), {
		source: { encoding: 'iso-8859-2' },
		readings: { Datum: { dateOrder: 'dmy' }, Umsatz: { decimalMark: ',', groupMark: '.' } },
		types: { Datum: 'date', Umsatz: 'decimal', Kunde: 'text' },
	});
	expect(await rowsOf(session)).toEqual([[1, 'Łód', '2026-01-13', 1.5]]);
	// By itself, 02/03 could be either day, and 1.234 a little more than one or a thousand.
	const newer = await takeNewer(
		write('b.csv.gz', german('1;\xa3\xf3d;13/01/2026;1,5\n2;\xa3\xf3d;02/03/2026;1.234\n')),
	);
	expect(newer).toMatchObject({
		same: 1,
		notes: [],
		rowsQuarantined: 0,
		rows: [
			[1, 'Łód', '2026-01-13', 1.5],
			[2, 'Łód', '2026-03-02', 1234],
		],
	});
	// The same once more from a plain file, since the table that took its place remembers too.
	const plain = await takeNewer(
		write('c.csv', Buffer.from('Nr;Kunde;Datum;Umsatz\n3;\xa3\xf3d;04/05/2026;2,25\n', 'latin1')),
	);
	expect(plain.rows).toEqual([[3, 'Łód', '2026-05-04', 2.25]]);
});

test('a newer workbook is read from the sheet of the table, whichever comes first in it', async () => {
	const sheets = (orders: string[][]) => ({ Notes: [['a'], ['1']], Orders: orders });
	const header = ['order_id', 'customer_id', 'order_date', 'revenue'];
	const { takeNewer, write } = await imported(
		'a.xlsx',
		workbook(sheets([header, ['1', 'c1', '2026-01-05', '10.50']])),
		{ source: { part: 'Orders' } },
	);
	const newer = await takeNewer(
		write('b.xlsx', workbook(sheets([header, ['1', 'c1', '2026-01-05', '10.50'], ['2', 'c2', '2026-01-06', '3.00']]))),
	);
	expect([newer.plan.source.part, newer.same, newer.rows.length, newer.notes]).toEqual(['Orders', 1, 2, []]);
	const renamed = await takeNewer(write('c.xlsx', workbook({ February: [header, ['3', 'c3', '2026-02-06', '1.00']] })));
	expect([renamed.rows, renamed.notes]).toEqual([
		[[3, 'c3', '2026-02-06', 1]],
		['"February" is read; there is no "Orders" with the columns of a in it.'],
	]);
});

test('a newer export of several files is appended as the first one was; one of another shape is refused', async () => {
	const part = (id: number) => `order_id,customer_id,order_date,revenue\n${id},c${id},2026-01-0${id},1.50\n`;
	const folder = temporaryFolder();
	const second = join(folder, 'orders-2.csv');
	writeFileSync(second, part(2));
	const { session, takeNewer, write } = await imported('orders-1.csv', part(1), {
		source: { more: [{ path: second, entry: null }] },
	});
	expect((await rowsOf(session)).length).toBe(2);
	const paths = [write('new-10.csv', part(5)), write('new-9.csv', part(4)), write('new-2.csv', part(2))];
	const newer = await takeNewer(...paths);
	expect([newer.same, newer.rows.map(([id]) => id)]).toEqual([1, [2, 4, 5]]);
	expect(session.state.tables[0]!.source?.more.map(({ path }) => path)).toEqual([paths[1], paths[0]]);
	const { id } = session.state.tables[0]!;
	await expect(session.tables.planNewer(id, [paths[0]!, write('other.csv', 'x,y\n1,2\n')])).rejects.toThrow(
		/other\.csv cannot be read as part of this table/,
	);
	await expect(session.tables.planNewer(id, [join(folder, 'gone.csv')])).rejects.toMatchObject({ code: 'data' });
});

test('a header that a title moves down is still found, and rows are never left out on the word of the last export', async () => {
	const { takeNewer, write } = await imported(
		'a.csv',
		'order_id,customer_id,order_date,revenue\n1,c1,2026-01-01,1.50\n2,c2,2026-01-02,2.50\nend of export,,,\n',
		{ dialect: { skipLastRows: 1 } },
	);
	const newer = await takeNewer(
		write(
			'b.csv',
			'Orders of the shop\norder_id,customer_id,order_date,revenue\n1,c1,2026-01-01,1.50\n2,c2,2026-01-02,2.50\n3,c3,2026-01-03,3.50\n',
		),
	);
	expect([newer.same, newer.rows.map(([id]) => id), newer.notes]).toEqual([
		2,
		[1, 2, 3],
		['Left out before the table: 1 line ("Orders of the shop").'],
	]);
});

test('a table keeps its source through repairs, and after the project was closed', async () => {
	const { folder, session } = await imported(
		'a.json',
		JSON.stringify([1, 2, 3].map((id) => ({ order_id: id, customer_id: `c${id}`, revenue: id, note: 'x' }))),
	);
	const { id, source } = session.state.tables[0]!;
	await session.tables.exclude(id, { kind: 'equals', column: 'customer_id', values: ['c2'] }, 'test');
	await session.close();
	const again = await Session.open(join(folder, 'client.tranche'));
	onTestFinished(() => again.close());
	expect([again.state.tables[0]!.source, source?.format]).toEqual([source, 'json']);
});

/** A workbook of sheets with texts and numbers, as SpreadsheetML with inline strings. */
function workbook(sheets: Readonly<Record<string, readonly (readonly string[])[]>>): Uint8Array {
	const names = Object.keys(sheets);
	const cell = (text: string) =>
		/^[\d.]+$/.test(text) ? `<c><v>${text}</v></c>` : `<c t="inlineStr"><is><t>${text}</t></is></c>`;
	const files = {
		'[Content_Types].xml': '<Types/>',
		'xl/workbook.xml': `<workbook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>${names.map((name, index) => `<sheet name="${name}" sheetId="${index + 1}" r:id="r${index + 1}"/>`).join('')}</sheets></workbook>`,
		'xl/_rels/workbook.xml.rels': `<Relationships>${names.map((_, index) => `<Relationship Id="r${index + 1}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`).join('')}</Relationships>`,
		...Object.fromEntries(
			Object.values(sheets).map((rows, index) => [
				`xl/worksheets/sheet${index + 1}.xml`,
				`<worksheet><sheetData>${rows.map((row) => `<row>${row.map(cell).join('')}</row>`).join('')}</sheetData></worksheet>`,
			]),
		),
	};
	return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));
}
