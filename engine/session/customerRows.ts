import type { Column } from '../columns/Column.ts';
import { gatherRows } from '../columns/gatherRows.ts';
import { textColumn } from '../columns/textColumn.ts';
import type { RowSource, SourceColumn } from '../export/table/RowSource.ts';
import type { Frame } from '../frame/Frame.ts';
import type { Assignment } from '../rules/Assignment.ts';
import { excludedRows } from '../rules/excludedRows.ts';
import type { CustomFieldColumn } from './customFieldColumns.ts';
import { membershipOf } from './membershipOf.ts';

const BLOCK_ROWS = 65_536;
/** Where the id and the name of the segment stand: the key is before them, the fields behind. */
export const SEGMENT_COLUMNS: readonly number[] = [1, 2];

/**
 * The customers of the base in its order, without the excluded: key, segment, then all fields. With `segmentId` only the members of
 * that segment, or those whom that exclusion takes (their segment is then empty). The key is the field
 * `keyField` where the frame has it, else a text column. `custom` fields come last; one with the name of a field takes its place.
 * Throws `not-found` for a segment that does not exist.
 */
export function customerRows(
	frame: Frame,
	assignment: Assignment,
	segmentId: string | null,
	keyField: string | null,
	custom: readonly CustomFieldColumn[] = [],
): RowSource {
	const wanted = wantedRows(frame, assignment, segmentId);
	const keyColumn =
		keyField === null || custom.some(({ name }) => name === keyField) ? undefined : frame.columns.get(keyField);
	const own = new Set(custom.map(({ name }) => name));
	const taken = new Set([...frame.columns.keys(), ...own]);
	const free = (name: string): string => (taken.has(name) ? free(`${name}_`) : name);
	const text = (name: string): SourceColumn => ({ name, type: 'text', scale: 0, isExact: true, isWide: false });
	const lead: readonly { readonly column: SourceColumn; readonly read: (rows: Int32Array) => Column }[] = [
		...(keyColumn
			? []
			: [
					{
						column: text(free('customer')),
						read: (rows: Int32Array) => textColumn(Array.from(rows, (row) => frame.customerId(row))),
					},
				]),
		...(['id', 'name'] as const).map((part) => ({
			column: text(free(`segment_${part}`)),
			read: (rows: Int32Array) => segmentColumn(assignment, part, rows),
		})),
	];
	const names = [...frame.columns.keys()].filter((name) => (!keyColumn || name !== keyField) && !own.has(name));
	const fields = [...(keyColumn && keyField !== null ? [keyField] : []), ...names].map((name) => ({
		column: described(name, frame.columns.get(name)!),
		read: (rows: Int32Array) => gatherRows(frame.columns.get(name)!, rows),
	}));
	const added = custom.map(({ name, of }) => ({ column: described(name, of([])), read: of }));
	const [first, ...others] = fields;
	const all = [...(keyColumn && first ? [first, ...lead, ...others] : [...lead, ...fields]), ...added];
	return {
		name: 'assignments',
		columns: all.map(({ column }) => column),
		rows: wanted.length,
		asOfDay: frame.asOfDay,
		*blocks(positions) {
			for (let from = 0; from < wanted.length; from += BLOCK_ROWS) {
				const rows = wanted.subarray(from, from + BLOCK_ROWS);
				yield positions.map((position) => all[position]!.read(rows));
			}
		},
	};
}

function wantedRows(frame: Frame, assignment: Assignment, segmentId: string | null): Int32Array {
	const excluded = assignment.segments.length;
	const isWanted =
		segmentId === null
			? (row: number) => assignment.codes[row] !== excluded
			: membershipOf(assignment, segmentId).isMember;
	const rows: number[] = [];
	for (let row = 0; row < frame.length; row++) {
		if (isWanted(row)) {
			rows.push(row);
		}
	}
	return Int32Array.from(rows);
}

function described(name: string, column: Column): SourceColumn {
	const isNumber = column.kind === 'number';
	return {
		name,
		type: column.type,
		scale: isNumber ? column.scale : 0,
		isExact: isNumber ? column.isExact : true,
		isWide: isNumber && column.values instanceof Float64Array,
	};
}

function segmentColumn({ codes, segments }: Assignment, part: 'id' | 'name', rows: Int32Array): Column {
	const ofRows = Uint8Array.from(rows, (row) => codes[row]!);
	return {
		kind: 'category',
		type: 'text',
		length: rows.length,
		nulls: excludedRows(ofRows, segments.length),
		codes: ofRows,
		labels: [...segments.map((segment) => segment[part]), ''],
	};
}
