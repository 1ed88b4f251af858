import type { BooleanColumn, DateColumn, NumberColumn, TimestampColumn } from '../columns/Column.ts';
import { bitAt } from '../frame/bitmap.ts';
import type { Job } from '../job.ts';
import { CountedValues } from '../quality/CountedValues.ts';
import type { OrderedValues } from '../quality/OrderedValues.ts';
import { sortDoubles, SortedValues } from '../quality/SortedValues.ts';

export type NumericColumn = NumberColumn | DateColumn | TimestampColumn | BooleanColumn;

const ROWS_PER_TICK = 200_000;
/** Counting beats sorting while the counters are about as many as the values; few values are counted in any case up to this range. */
const MIN_COUNTERS = 2 ** 16;
const PHASE = 'Counting values';

/** The values of a column of the frame in order, as they are held (minor units, days, milliseconds). */
export async function orderField(column: NumericColumn, job: Job): Promise<OrderedValues> {
	const { values, nulls, length } = column;
	const isMissing = (row: number) => nulls !== null && bitAt(nulls, row);
	const mayHaveFractions = values instanceof Float64Array;
	let [min, max, isWhole] = [Infinity, -Infinity, true];
	await eachRow(length, job, (row) => {
		if (!isMissing(row)) {
			const value = values[row]!;
			min = value < min ? value : min;
			max = value > max ? value : max;
			isWhole &&= !mayHaveFractions || Number.isInteger(value);
		}
	});
	if (max < min) {
		return new CountedValues(0, new Int32Array(0));
	}
	if (isWhole && max - min < Math.max(MIN_COUNTERS, length * 2)) {
		const counts = new Int32Array(max - min + 1);
		await eachRow(length, job, (row) => {
			if (!isMissing(row)) {
				counts[values[row]! - min]!++;
			}
		});
		return new CountedValues(min, counts);
	}
	const present = new Float64Array(length);
	let count = 0;
	await eachRow(length, job, (row) => {
		if (!isMissing(row)) {
			present[count++] = values[row]!;
		}
	});
	return new SortedValues(await sortDoubles(present.subarray(0, count), job, PHASE));
}

async function eachRow(length: number, job: Job, visit: (row: number) => void): Promise<void> {
	for (let from = 0; from < length; from += ROWS_PER_TICK) {
		await job.tick(from, length, PHASE);
		const to = Math.min(length, from + ROWS_PER_TICK);
		for (let row = from; row < to; row++) {
			visit(row);
		}
	}
}
