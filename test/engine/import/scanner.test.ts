import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ImportPlan } from '../../../shared/model/importPlan.ts';
import { plainText } from '../../../shared/model/tableSource.ts';
import { BUFFER_PADDING } from '../../../engine/import/scan/FieldBlock.ts';
import { guessRecordStart } from '../../../engine/import/scan/guessRecordStart.ts';
import { runImport } from '../../../engine/import/runImport.ts';
import { fileOf } from './importFile.ts';
import { MemorySink } from './MemorySink.ts';
import { parseCsv } from './parseCsv.ts';

/** Fields that make trouble: quotes anywhere, delimiters and line breaks in quotes, empty ones, text beyond ASCII. */
const field = fc.oneof(
	{ weight: 4, arbitrary: fc.stringMatching(/^[a-c0-9]{0,4}$/) },
	{ weight: 2, arbitrary: fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r\n', 'é', ' '), maxLength: 5 }) },
);
const quoted = (value: string) => `"${value.replaceAll('"', '""')}"`;
const written = fc
	.tuple(field, fc.boolean())
	.map(([value, isQuoted]) => (isQuoted || /[",\r\n]/.test(value) ? quoted(value) : value));
const properLine = fc.array(written, { minLength: 3, maxLength: 3 }).map((fields) => fields.join(','));
const brokenLine = fc.constantFrom('', 'x,y', '1,2,3,4', '"a"b,c,d', 'a"b,c"d,"e"', '"never closed,1,2', 'a,b,"', '\r');
const lineBreak = fc.constantFrom('\n', '\r\n');
const file = fc
	.tuple(
		fc.array(
			fc.tuple(fc.oneof({ weight: 6, arbitrary: properLine }, { weight: 1, arbitrary: brokenLine }), lineBreak),
			{
				minLength: 1,
				maxLength: 14,
			},
		),
		fc.boolean(),
	)
	.map(([lines, endsWithBreak]) => {
		const text = `h1,h2,h3\n${lines.map(([line, end]) => line + end).join('')}`;
		return endsWithBreak ? text : text.replace(/\r?\n$/, '');
	});

const textPlan = (path: string): ImportPlan => ({
	path,
	tableName: 'random',
	source: plainText,
	dialect: { delimiter: ',', quote: '"', hasHeader: true, encoding: 'utf-8', hasByteOrderMark: false },
	columns: ['h1', 'h2', 'h3'].map((name) => ({ name, type: 'text' as const })),
	mapping: { role: 'customers', fields: {}, attributes: [], arms: null },
});

async function scan(path: string, morselBytes: number, threads: number) {
	const sink = new MemorySink();
	const table = await runImport(textPlan(path), sink, { morselBytes, threads });
	return {
		rows: sink.rows(table),
		rejected: sink.quarantine.map(({ line, text }) => ({ line, text })),
		sums:
			table.rowsRead === table.rowsLoaded + table.rowsQuarantined && table.rowsQuarantined === sink.quarantine.length,
	};
}

function expected(text: string) {
	const { rows, rejected } = parseCsv(text);
	return { rows: rows.map((row) => row.map((value) => (value === '' ? null : value))), rejected, sums: true };
}

/** One inline reader per morsel, so that a thread need not be started for each of thousands of files. */
async function scanInline(path: string, morselBytes: number) {
	return await scan(path, morselBytes, 0);
}

test('random files read as the reference reads them, split at every byte', async () => {
	await fc.assert(
		fc.asyncProperty(file, async (text) => {
			const want = expected(text);
			if (want.rows.length === 0) {
				return;
			}
			const path = fileOf(text);
			for (let morselBytes = 1; morselBytes <= Math.min(text.length, 40); morselBytes++) {
				expect(await scanInline(path, morselBytes)).toEqual(want);
			}
			expect(await scanInline(path, 2 ** 20)).toEqual(want);
		}),
		{ seed: 20_260_101, numRuns: 6 },
	);
});

test('one and two threads give the same rows in the same order as the reference', async () => {
	const lines = Array.from({ length: 400 }, (_, row) =>
		row % 7 === 0
			? `${row},"two\nlines, ""quoted"" and, ${row}",x`
			: row % 31 === 0
				? `${row},short`
				: `${row},plain,é${row % 5}`,
	);
	const text = `h1,h2,h3\r\n${lines.join('\r\n')}`;
	const path = fileOf(text);
	for (const threads of [1, 2]) {
		for (const morselBytes of [97 * threads]) {
			expect(await scan(path, morselBytes, threads)).toEqual(expected(text));
		}
	}
});

test('the start of the next record is guessed from any byte, inside quotes or not', () => {
	const rows = Array.from(
		{ length: 30 },
		(_, row) => `${row},"several lines\nof ""text"", ${row}\n and more",end ${row}\n`,
	);
	const text = Buffer.from(rows.join(''));
	const starts = rows.map((_, row) => rows.slice(0, row).join('').length);
	const padded = new Uint8Array(text.length + 2 * BUFFER_PADDING);
	padded.set(text, BUFFER_PADDING);
	const limit = BUFFER_PADDING + text.length;
	const scan = { delimiter: 44, newline: 10 };
	for (let split = 1; split < starts.at(-2)!; split++) {
		const guess = guessRecordStart(padded, BUFFER_PADDING + split - 1, limit, true, scan, 3) - BUFFER_PADDING;
		expect([split, guess]).toEqual([split, starts.find((start) => start >= split)]);
	}
});
