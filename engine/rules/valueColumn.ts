import { assertNever } from '#shared/base/assertNever.ts';
import type { TypedRule } from '#shared/rules/TypedRule.ts';
import { emptyBitmap, setBit } from '../columns/bitmap.ts';
import type { Column } from '../columns/Column.ts';
import type { Frame } from '../frame/Frame.ts';
import type { Job } from '../job.ts';
import { columnReader } from './row/CellReader.ts';
import type { RowScope } from './row/CellReader.ts';
import { compileInstant } from './row/compileInstant.ts';
import { compileNumber } from './row/compileNumber.ts';
import { compileText } from './row/compileText.ts';
import { compileTruth } from './row/compileTruth.ts';

const ROWS_PER_TICK = 50_000;

/** The values of a checked expression for every row of the frame, such as those of a custom field. */
export async function valueColumn(typed: TypedRule, frame: Frame, job: Job): Promise<Column> {
	const { length } = frame;
	const { put, column } = valueWriter(typed, frame, length);
	for (let from = 0; from < length; from += ROWS_PER_TICK) {
		await job.tick(from, length, 'Calculating values');
		for (let row = from; row < Math.min(length, from + ROWS_PER_TICK); row++) {
			put(row, row);
		}
	}
	return column();
}

/** The same for some rows only, in their order. Without rows it still tells type and decimal places. */
export function valuesOfRows(typed: TypedRule, frame: Frame, rows: ArrayLike<number>): Column {
	const { put, column } = valueWriter(typed, frame, rows.length);
	for (let place = 0; place < rows.length; place++) {
		put(place, rows[place]!);
	}
	return column();
}

interface ValueWriter {
	/** Puts the value of a row at a place. */
	readonly put: (place: number, row: number) => void;
	readonly column: () => Column;
}

function valueWriter(typed: TypedRule, frame: Frame, length: number): ValueWriter {
	const scope: RowScope = {
		asOfDay: frame.asOfDay,
		readerOf: (name) => {
			const column = frame.columns.get(name);
			if (!column) {
				throw new Error(`The customer frame lists a field ${name} but holds no column for it`);
			}
			return columnReader(column);
		},
	};
	const gaps = emptyBitmap(length);
	let hasNulls = false;
	/** NaN is "no value". */
	const writing = (values: Int32Array | Float64Array | Uint8Array, at: (row: number) => number) => {
		return (place: number, row: number) => {
			const value = at(row);
			if (Number.isNaN(value)) {
				setBit(gaps, place);
				hasNulls = true;
			} else {
				values[place] = value;
			}
		};
	};
	const nulls = () => (hasNulls ? gaps : null);
	switch (typed.type) {
		case 'number': {
			const { at, scale, isExact } = compileNumber(typed, scope);
			const type = isExact && scale === 0 ? 'integer' : 'decimal';
			const values = new Float64Array(length);
			const column = (): Column => ({ kind: 'number', type, length, nulls: nulls(), values, scale, isExact });
			return { put: writing(values, at), column };
		}
		case 'date': {
			const values = new Int32Array(length);
			const column = (): Column => ({ kind: 'date', type: 'date', length, nulls: nulls(), values });
			return { put: writing(values, compileInstant(typed, scope)), column };
		}
		case 'timestamp': {
			const values = new Float64Array(length);
			const column = (): Column => ({ kind: 'timestamp', type: 'timestamp', length, nulls: nulls(), values });
			return { put: writing(values, compileInstant(typed, scope)), column };
		}
		case 'boolean': {
			const truth = compileTruth(typed, scope);
			const at = (row: number) => {
				const value = truth(row);
				return value === 2 ? Number.NaN : value;
			};
			const values = new Uint8Array(length);
			const column = (): Column => ({ kind: 'boolean', type: 'boolean', length, nulls: nulls(), values });
			return { put: writing(values, at), column };
		}
		case 'text': {
			const text = compileText(typed, scope);
			const labels = new Map<string, number>();
			const at = (row: number) => {
				const value = text(row);
				return value === null ? Number.NaN : codeOf(labels, value);
			};
			const codes = new Int32Array(length);
			const column = (): Column => {
				return { kind: 'category', type: 'text', length, nulls: nulls(), codes, labels: [...labels.keys()] };
			};
			return { put: writing(codes, at), column };
		}
		default:
			return assertNever(typed);
	}
}

function codeOf(labels: Map<string, number>, value: string): number {
	const known = labels.get(value);
	if (known !== undefined) {
		return known;
	}
	labels.set(value, labels.size);
	return labels.size - 1;
}
