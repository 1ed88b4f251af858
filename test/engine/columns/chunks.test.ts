import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Column } from '../../../engine/columns/Column.ts';
import type { ColumnStorage } from '../../../engine/columns/ColumnStorage.ts';
import { cellOf } from '../../../engine/columns/cellOf.ts';
import { decodeChunks } from '../../../engine/columns/decodeChunks.ts';
import { decodeLabels, encodeLabels, labelStrings } from '../../../engine/columns/dictionary.ts';
import { encodeCodes, encodeNumbers, encodeText, type EncodedValues } from '../../../engine/columns/encodeChunk.ts';
import { encodeColumn } from '../../../engine/columns/encodeColumn.ts';
import { gatherRows } from '../../../engine/columns/gatherRows.ts';
import { readRows } from '../../../engine/columns/readRows.ts';

type Numbers = (number | null)[];

const storage = (kind: ColumnStorage['kind'], isWide = false): ColumnStorage => ({
	type: kind === 'number' ? 'integer' : kind === 'category' || kind === 'text' ? 'text' : kind,
	kind,
	scale: 0,
	isExact: true,
	isWide,
	min: null,
	max: null,
	hasDictionary: kind === 'category',
});

function nullsOf(values: readonly unknown[]): Uint32Array | null {
	const bits = new Uint32Array((values.length + 31) >>> 5);
	values.forEach((value, row) => (bits[row >>> 5]! |= value === null ? 1 << (row & 31) : 0));
	return values.includes(null) ? bits : null;
}

function numbersChunk(values: Numbers): EncodedValues {
	const doubles = Float64Array.from(values, (value) => value ?? 123);
	return encodeNumbers(doubles, values.length, nullsOf(values));
}

const placed = (chunks: readonly EncodedValues[]) => chunks.map((values, chunk) => ({ ...values, column: 0, chunk }));
const cells = (column: Column) => Array.from({ length: column.length }, (_, row) => cellOf(column, row));

const small = fc.integer({ min: -5, max: 300 });
const any = fc.oneof(small, fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }), fc.maxSafeInteger());
const numbers = fc
	.oneof(small, any)
	.chain((first) =>
		fc.array(fc.option(Math.abs(first) > 300 ? any : small, { freq: 6 }), { minLength: 1, maxLength: 80 }),
	);

test('numbers of any width survive encoding, chunk by chunk, with their nulls and ranges', () => {
	fc.assert(
		fc.property(fc.array(numbers, { minLength: 1, maxLength: 4 }), (parts) => {
			const chunks = parts.map(numbersChunk);
			const known = parts.map((part) => part.filter((value) => value !== null));
			expect(chunks.map(({ min, max, nulls }) => [min, max, nulls])).toEqual(
				parts.map((part, index) =>
					known[index]!.length === 0
						? [null, null, part.length]
						: [Math.min(...known[index]!), Math.max(...known[index]!), part.length - known[index]!.length],
				),
			);
			const rows = parts.flat();
			const decoded = decodeChunks(placed(chunks), rows.length, storage('number', true), null);
			expect(cells(decoded)).toEqual(rows);
			expect(decoded.kind === 'number' && rows.every((value, row) => value !== null || decoded.values[row] === 0)).toBe(
				true,
			);
		}),
		{ seed: 1, numRuns: 200 },
	);
});

test('the narrowest width that holds a chunk is taken', () => {
	const encodings = [[1_000_000, 1_000_255], [0, 256], [-40_000, 25_535], [0, 65_536], [0, 2 ** 31], [0.5]].map(
		(values) => numbersChunk(values).encoding,
	);
	expect(encodings).toEqual(['u8', 'u16', 'u16', 'i32', 'f64', 'f64']);
});

const texts = fc.array(
	fc.option(fc.string({ unit: fc.constantFrom('a', 'é', '€', '😀'), maxLength: 6 }), { freq: 5 }),
	{
		minLength: 1,
		maxLength: 60,
	},
);

function textChunk(values: readonly (string | null)[]): EncodedValues {
	const bytes = values.map((value) => Buffer.from(value ?? ''));
	const offsets = Int32Array.from([
		0,
		...bytes.map((_, row) => bytes.slice(0, row + 1).reduce((sum, one) => sum + one.length, 0)),
	]);
	return encodeText(offsets, Buffer.concat(bytes), values.length, nullsOf(values));
}

test('text survives encoding, also where earlier chunks hold codes', () => {
	fc.assert(
		fc.property(texts, texts, (coded, plain) => {
			const labels = [...new Set(coded.filter((value) => value !== null))];
			const bytes = Buffer.from(labels.join(''));
			const offsets = Int32Array.from([
				0,
				...labels.map((_, code) => Buffer.byteLength(labels.slice(0, code + 1).join(''))),
			]);
			const dictionary = encodeLabels({ count: labels.length, offsets, bytes });
			expect(labelStrings(decodeLabels(dictionary))).toEqual(labels);
			const codes = encodeCodes(
				Int32Array.from(coded, (value) => labels.indexOf(value ?? labels[0] ?? '')).map((code) => Math.max(code, 0)),
				coded.length,
				nullsOf(coded),
			);
			const category = decodeChunks(placed([codes]), coded.length, storage('category'), dictionary);
			expect(cells(category)).toEqual(coded);
			const all = [...coded, ...plain];
			const text = decodeChunks(placed([codes, textChunk(plain)]), all.length, storage('text'), dictionary);
			expect(cells(text)).toEqual(all);
			const again = decodeChunks(placed([encodeColumn(text)]), all.length, storage('text'), null);
			expect(cells(again)).toEqual(all);
		}),
		{ seed: 2, numRuns: 150 },
	);
});

test('a page of rows touches only the chunks that hold it', () => {
	const parts: Numbers[] = [
		[1, 2, 3],
		[4, null],
		[6, 7, 8, 9],
	];
	const touched: number[] = [];
	const reader = {
		chunkRows: () => parts.map((part) => part.length),
		readChunk: (column: number, chunk: number) => {
			touched.push(chunk);
			return { ...numbersChunk(parts[chunk]!), column, chunk };
		},
		readDictionary: () => null,
	};
	expect(cells(readRows(reader, 0, storage('number'), 3, 3))).toEqual([4, null, 6]);
	expect(touched).toEqual([1, 2]);
	expect(cells(readRows(reader, 0, storage('number'), 7, 100))).toEqual([8, 9]);
	expect(cells(readRows(reader, 0, storage('number'), 99, 5))).toEqual([]);
});

test('rows can be gathered in any order, absent ones as null', () => {
	const column = decodeChunks(placed([textChunk(['a', null, '€'])]), 3, storage('text'), null);
	expect(cells(gatherRows(column, Int32Array.of(2, -1, 1, 0, 0)))).toEqual(['€', null, null, 'a', 'a']);
});
