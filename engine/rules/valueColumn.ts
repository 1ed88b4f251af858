import { assertNever } from '#shared/base/assertNever.ts';
import type { TypedRule } from '#shared/rules/TypedRule.ts';
import { emptyBitmap, setBit } from '../columns/bitmap.ts';
import type { Bitmap, Column } from '../columns/Column.ts';
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
export function valueColumn(typed: TypedRule, frame: Frame, job: Job): Promise<Column> {
	const { length } = frame;
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
	switch (typed.type) {
		case 'number': {
			const { at, scale, isExact } = compileNumber(typed, scope);
			const type = isExact && scale === 0 ? 'integer' : 'decimal';
			return filled(length, job, new Float64Array(length), at, (values, nulls) => {
				return { kind: 'number', type, length, nulls, values, scale, isExact };
			});
		}
		case 'date':
			return filled(length, job, new Int32Array(length), compileInstant(typed, scope), (values, nulls) => {
				return { kind: 'date', type: 'date', length, nulls, values };
			});
		case 'timestamp':
			return filled(length, job, new Float64Array(length), compileInstant(typed, scope), (values, nulls) => {
				return { kind: 'timestamp', type: 'timestamp', length, nulls, values };
			});
		case 'boolean': {
			const truth = compileTruth(typed, scope);
			const at = (row: number) => {
				const value = truth(row);
				return value === 2 ? Number.NaN : value;
			};
			return filled(length, job, new Uint8Array(length), at, (values, nulls) => {
				return { kind: 'boolean', type: 'boolean', length, nulls, values };
			});
		}
		case 'text': {
			const text = compileText(typed, scope);
			const labels = new Map<string, number>();
			const at = (row: number) => {
				const value = text(row);
				return value === null ? Number.NaN : codeOf(labels, value);
			};
			return filled(length, job, new Int32Array(length), at, (codes, nulls) => {
				return { kind: 'category', type: 'text', length, nulls, codes, labels: [...labels.keys()] };
			});
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

/** Fills `values` with what `at` gives; NaN is "no value". */
async function filled<A extends Int32Array | Float64Array | Uint8Array>(
	length: number,
	job: Job,
	values: A,
	at: (row: number) => number,
	finish: (values: A, nulls: Bitmap | null) => Column,
): Promise<Column> {
	const nulls = emptyBitmap(length);
	let hasNulls = false;
	for (let from = 0; from < length; from += ROWS_PER_TICK) {
		await job.tick(from, length, 'Calculating values');
		for (let row = from; row < Math.min(length, from + ROWS_PER_TICK); row++) {
			const value = at(row);
			if (Number.isNaN(value)) {
				setBit(nulls, row);
				hasNulls = true;
			} else {
				values[row] = value;
			}
		}
	}
	return finish(values, hasNulls ? nulls : null);
}
