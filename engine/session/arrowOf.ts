import { assertNever } from '#shared/base/assertNever.ts';
import {
	Bool,
	Float64,
	RecordBatch,
	Schema,
	Table,
	tableToIPC,
	Utf8,
	vectorFromArray,
	type DataType,
	type Vector,
} from 'apache-arrow';
import { SCALE_METADATA } from '#shared/protocol/method.ts';
import type { Column } from '../columns/Column.ts';
import { cellOf } from '../columns/cellOf.ts';

export interface NamedParts {
	readonly name: string;
	/** Consecutive pieces of one column; none where no row is asked for. */
	readonly parts: readonly Column[];
}

/**
 * Rows of columns as an Arrow IPC stream, for screens: numbers are doubles in major units, booleans Bool, and text, dates
 * and timestamps Utf8 (`2026-01-31`, `2026-01-31T12:00:00Z`), so that a view shows them as they are. Null is null.
 * `rows` holds the row numbers to take from each part; `lead` is a text column that comes first.
 */
export function arrowOf(
	columns: readonly NamedParts[],
	rows: readonly ArrayLike<number>[],
	lead: { readonly name: string; readonly cells: readonly string[] } | null = null,
): Uint8Array {
	const vectors: Record<string, Vector> = lead ? { [lead.name]: vectorFromArray(lead.cells, new Utf8()) } : {};
	for (const { name, parts } of columns) {
		const cells = parts.flatMap((column, part) => Array.from(rows[part] ?? [], (row) => cellOf(column, row)));
		vectors[name] = vectorFromArray(cells, arrowType(parts[0]));
	}
	const scales = new Map(columns.map(({ name, parts }) => [name, scaleOf(parts[0])]));
	// A copy of its own: structured cloning would send the whole buffer that a view lies on.
	return tableToIPC(withScales(new Table(vectors), scales), 'stream').slice();
}

/** Doubles lose the decimal places of their column (59.30), so those travel as metadata `scale` of the field. */
function withScales(table: Table, scales: ReadonlyMap<string, number>): Table {
	const fields = table.schema.fields.map((field) => {
		const scale = scales.get(field.name) ?? 0;
		return scale === 0 ? field : field.clone({ metadata: new Map([[SCALE_METADATA, String(scale)]]) });
	});
	const schema = new Schema(fields);
	return new Table(
		schema,
		table.batches.map((batch) => new RecordBatch(schema, batch.data)),
	);
}

function scaleOf(column: Column | undefined): number {
	return column?.kind === 'number' ? column.scale : 0;
}

function arrowType(column: Column | undefined): DataType {
	if (column === undefined) {
		return new Utf8();
	}
	switch (column.kind) {
		case 'number':
			return new Float64();
		case 'boolean':
			return new Bool();
		case 'date':
		case 'timestamp':
		case 'category':
		case 'text':
			return new Utf8();
		default:
			return assertNever(column);
	}
}
