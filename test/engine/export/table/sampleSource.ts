import type { Column } from '../../../../engine/columns/Column.ts';
import type { RowSource, SourceColumn } from '../../../../engine/export/table/RowSource.ts';

/** One value of each kind of column, null for none; decimals in minor units of scale 2. */
export interface SampleRow {
	readonly id: number;
	readonly key: number | null;
	readonly price: number | null;
	readonly ratio: number | null;
	readonly day: number | null;
	readonly moment: number | null;
	readonly flag: boolean | null;
	readonly city: string | null;
	readonly note: string | null;
}

const facts = { scale: 0, isExact: true, isWide: false };
const columns: readonly SourceColumn[] = [
	{ ...facts, name: 'id', type: 'integer' },
	{ ...facts, name: 'key', type: 'integer', isWide: true },
	{ ...facts, name: 'price', type: 'decimal', scale: 2, isWide: true },
	{ ...facts, name: 'ratio', type: 'decimal', isExact: false },
	{ ...facts, name: 'day', type: 'date' },
	{ ...facts, name: 'moment', type: 'timestamp' },
	{ ...facts, name: 'flag', type: 'boolean' },
	{ ...facts, name: 'city', type: 'text' },
	{ ...facts, name: 'note text', type: 'text' },
];

/** Rows as a source, in blocks of `blockRows`. */
export function sampleSource(rows: readonly SampleRow[], blockRows: number): RowSource {
	return {
		name: 'sample',
		columns,
		rows: rows.length,
		asOfDay: 20_000,
		*blocks(positions) {
			for (let from = 0; from < rows.length; from += blockRows) {
				const block = columnsOf(rows.slice(from, from + blockRows));
				yield positions.map((position) => block[position]!);
			}
		},
	};
}

function columnsOf(rows: readonly SampleRow[]): Column[] {
	const length = rows.length;
	const nulls = (isNull: (row: SampleRow) => boolean) => {
		const bits = new Uint32Array((length + 31) >>> 5);
		rows.forEach((row, index) => (bits[index >> 5]! |= isNull(row) ? 1 << (index & 31) : 0));
		return rows.some(isNull) ? bits : null;
	};
	const number = (name: 'id' | 'key' | 'price' | 'ratio' | 'day' | 'moment') => ({
		length,
		nulls: nulls((row) => row[name] === null),
		values: Float64Array.from(rows, (row) => row[name] ?? 0),
	});
	const labels = [...new Set(rows.map(({ city }) => city ?? ''))];
	const notes = rows.map(({ note }) => new TextEncoder().encode(note ?? ''));
	const offsets = new Int32Array(length + 1);
	notes.forEach((note, index) => (offsets[index + 1] = offsets[index]! + note.length));
	const bytes = new Uint8Array(offsets[length]!);
	notes.forEach((note, index) => bytes.set(note, offsets[index]));
	const int = (name: 'id' | 'day') => {
		const column = number(name);
		return { ...column, values: Int32Array.from(column.values) };
	};
	return [
		{ kind: 'number', type: 'integer', scale: 0, isExact: true, ...int('id') },
		{ kind: 'number', type: 'integer', scale: 0, isExact: true, ...number('key') },
		{ kind: 'number', type: 'decimal', scale: 2, isExact: true, ...number('price') },
		{ kind: 'number', type: 'decimal', scale: 0, isExact: false, ...number('ratio') },
		{ kind: 'date', type: 'date', ...int('day') },
		{ kind: 'timestamp', type: 'timestamp', ...number('moment') },
		{
			kind: 'boolean',
			type: 'boolean',
			length,
			nulls: nulls(({ flag }) => flag === null),
			values: Uint8Array.from(rows, ({ flag }) => Number(flag ?? false)),
		},
		{
			kind: 'category',
			type: 'text',
			length,
			nulls: nulls(({ city }) => city === null),
			codes: Int32Array.from(rows, ({ city }) => labels.indexOf(city ?? '')),
			labels,
		},
		{ kind: 'text', type: 'text', length, nulls: nulls(({ note }) => note === null), offsets, bytes },
	];
}
