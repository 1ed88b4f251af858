import type { SqlColumn } from '#shared/model/sqlConsole.ts';
import { assertNever } from '#shared/base/assertNever.ts';
import type { CategoryColumn, Column } from '../columns/Column.ts';
import { textColumn } from '../columns/textColumn.ts';
import type { Frame } from '../frame/Frame.ts';
import type { Assignment } from '../rules/Assignment.ts';
import { excludedRows } from '../rules/excludedRows.ts';
import { sqlNames } from './sqlNames.ts';
import type { SqlSource } from './SqlSource.ts';

/** A multiple of 32, so that bitmaps are cut between words. */
const CHUNK_ROWS = 65_536;

/** Name of the customer's key, and whether the files hold it as whole numbers, so that joins compare like with like. */
export interface CustomerKey {
	readonly name: string;
	readonly isInteger: boolean;
}

export interface FrameColumn extends SqlColumn {
	read(from: number, to: number): Column;
}

/**
 * The customer frame as of the date in force: the key, then every field, then the `custom` ones, which take the place of fields of the
 * same name. A field of the key's name is the key.
 */
export function customersSource(
	name: string,
	frame: Frame,
	key: CustomerKey,
	custom: readonly FrameColumn[],
): SqlSource {
	const own = new Set(custom.map((column) => column.name));
	const fields = frame.fields.flatMap(({ name: field, type }): FrameColumn[] => {
		const column = own.has(field) ? undefined : frame.columns.get(field);
		return column ? [{ name: field, type, read: (from, to) => sliceColumn(column, from, to) }] : [];
	});
	const hasKey = fields.some((field) => field.name === key.name);
	const columns = [...(hasKey ? [] : [keyColumn(frame, key)]), ...fields, ...custom];
	return frameSource(name, 'customers', frame.length, columns);
}

/** The segment of every customer, by the rules that the project holds; null for those who are excluded. */
export function segmentsSource(
	name: string,
	frame: Frame,
	key: CustomerKey,
	assign: () => Pick<Assignment, 'codes' | 'segments'>,
): SqlSource {
	let assignment: ReturnType<typeof assign> | null = null;
	const codes = (from: number, to: number) => {
		assignment ??= assign();
		const { segments } = assignment;
		const part = assignment.codes.subarray(from, to);
		return { codes: part, segments, nulls: excludedRows(part, segments.length) };
	};
	return frameSource(name, 'segments', frame.length, [
		keyColumn(frame, key),
		{
			name: 'segment',
			type: 'text',
			read(from, to): CategoryColumn {
				const { codes: part, segments, nulls } = codes(from, to);
				const labels = [...segments.map((segment) => segment.name), ''];
				return { kind: 'category', type: 'text', length: to - from, codes: part, labels, nulls };
			},
		},
		{
			name: 'segment_order',
			type: 'integer',
			read(from, to) {
				const { codes: part, nulls } = codes(from, to);
				const values = Int32Array.from(part, (code) => code + 1);
				return { kind: 'number', type: 'integer', length: to - from, values, scale: 0, isExact: true, nulls };
			},
		},
	]);
}

function frameSource(
	name: string,
	kind: 'customers' | 'segments',
	rows: number,
	columns: readonly FrameColumn[],
): SqlSource {
	const names = sqlNames(columns.map((column) => column.name));
	return {
		table: { name, kind, rows, columns: columns.map(({ type }, index) => ({ name: names[index]!, type })) },
		chunkRows: () =>
			Array.from({ length: Math.ceil(rows / CHUNK_ROWS) }, (_, chunk) =>
				Math.min(CHUNK_ROWS, rows - chunk * CHUNK_ROWS),
			),
		readChunk(column, chunk) {
			const from = chunk * CHUNK_ROWS;
			return { kind: 'column', column: columns[column]!.read(from, Math.min(from + CHUNK_ROWS, rows)) };
		},
		readDictionary: () => null,
	};
}

function keyColumn(frame: Frame, { name, isInteger }: CustomerKey): FrameColumn {
	return {
		name,
		type: isInteger ? 'integer' : 'text',
		read(from, to) {
			const keys = Array.from({ length: to - from }, (_, row) => frame.customerId(from + row));
			if (isInteger) {
				const values = Float64Array.from(keys, Number);
				return { kind: 'number', type: 'integer', length: to - from, values, scale: 0, isExact: true, nulls: null };
			}
			return textColumn(keys);
		},
	};
}

/** Views of the same memory; `from` is a multiple of 32. */
function sliceColumn(column: Column, from: number, to: number): Column {
	const length = to - from;
	const nulls = column.nulls && column.nulls.subarray(from >>> 5, (to + 31) >>> 5);
	switch (column.kind) {
		case 'number':
			return { ...column, length, nulls, values: column.values.subarray(from, to) };
		case 'date':
			return { ...column, length, nulls, values: column.values.subarray(from, to) };
		case 'timestamp':
			return { ...column, length, nulls, values: column.values.subarray(from, to) };
		case 'boolean':
			return { ...column, length, nulls, values: column.values.subarray(from, to) };
		case 'category':
			return { ...column, length, nulls, codes: column.codes.subarray(from, to) };
		case 'text':
			return { ...column, length, nulls, offsets: column.offsets.subarray(from, to + 1) };
		default:
			return assertNever(column);
	}
}
