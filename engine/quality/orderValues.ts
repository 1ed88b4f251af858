import { hasBit } from '../columns/bitmap.ts';
import type { Job } from '../job.ts';
import { storedChunks, type ColumnSource } from './ColumnSource.ts';
import { CountedValues } from './CountedValues.ts';
import { DistinctEstimate } from './DistinctEstimate.ts';
import { emptyFingerprints, mixColumn } from './fingerprint.ts';
import type { OrderedValues } from './OrderedValues.ts';
import { sortDoubles, SortedValues } from './SortedValues.ts';

/** Counting is used where the range has at most this many values, or twice as many as there are rows. */
const MIN_COUNTERS = 2 ** 20;
/** Values that are sorted at most: 128 MiB, and as much again for merging. Of more rows every k-th one is taken. */
export const MAX_SORTED = 2 ** 24;

export interface OrderedColumn {
	readonly values: OrderedValues;
	readonly distinct: number;
	/** Whether `values` holds every row; else it is every k-th row, and `distinct` an estimate over all rows. */
	readonly isComplete: boolean;
}

/** The values of a number, date, timestamp or boolean column as stored (minor units, days, milliseconds), in order. */
export async function orderValues(source: ColumnSource, rows: number, job: Job, phase: string): Promise<OrderedColumn> {
	const { min, max, isExact } = source.storage;
	if (min === null || max === null) {
		return { values: new CountedValues(0, new Int32Array(0)), distinct: 0, isComplete: true };
	}
	if (isExact && Number.isInteger(min) && max - min < Math.max(MIN_COUNTERS, rows * 2)) {
		const values = new CountedValues(min, await countValues(source, min, max, rows, job, phase));
		return { values, distinct: values.distinct, isComplete: true };
	}
	const step = Math.ceil(rows / MAX_SORTED);
	const estimate = step > 1 ? new DistinctEstimate() : null;
	const taken = new Float64Array(Math.ceil(rows / step));
	let count = 0;
	for (const { from, body, base, nulls, chunk } of storedChunks(source)) {
		for (let row = 0; row < chunk.rows; row++) {
			if ((from + row) % step === 0 && (nulls === null || !hasBit(nulls, row))) {
				taken[count++] = body[row]! + base;
			}
		}
		if (estimate !== null) {
			addAll(
				estimate,
				Float64Array.from(body, (value) => value + base),
				nulls,
			);
		}
		await job.tick(from, rows, phase);
	}
	const values = new SortedValues(await sortDoubles(taken.subarray(0, count), job, phase));
	return { values, distinct: estimate?.count() ?? values.distinct, isComplete: step === 1 };
}

async function countValues(
	source: ColumnSource,
	min: number,
	max: number,
	rows: number,
	job: Job,
	phase: string,
): Promise<Int32Array> {
	const counts = new Int32Array(max - min + 1);
	for (const { from, body, base, nulls, chunk } of storedChunks(source)) {
		const shift = base - min;
		if (nulls === null) {
			for (let row = 0; row < chunk.rows; row++) {
				counts[body[row]! + shift]!++;
			}
		} else {
			for (let row = 0; row < chunk.rows; row++) {
				if (!hasBit(nulls, row)) {
					counts[body[row]! + shift]!++;
				}
			}
		}
		await job.tick(from, rows, phase);
	}
	return counts;
}

function addAll(estimate: DistinctEstimate, values: Float64Array, nulls: Uint32Array | null): void {
	const prints = emptyFingerprints(values.length);
	mixColumn({ kind: 'timestamp', type: 'timestamp', length: values.length, values, nulls }, prints, 0);
	for (let row = 0; row < values.length; row++) {
		if (nulls === null || !hasBit(nulls, row)) {
			estimate.add(prints.low[row]!, prints.high[row]!);
		}
	}
}
