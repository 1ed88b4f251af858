import { sharedFloats } from '../../frame/sharedArrays.ts';
import type { KernelPool } from './KernelPool.ts';
import type { MeasureMatrix } from './MeasureMatrix.ts';

/**
 * Sums of every group of customers. Per group: the number of customers, then five sums per pair, where x and y are the
 * deviations that the matrix holds: x, y, x^2, y^2, xy. Sums of whole numbers are exact below 2^53.
 */
export interface Aggregate {
	readonly groupCount: number;
	readonly matrix: MeasureMatrix;
	/** Length groupCount x stride. */
	readonly sums: Float64Array;
	readonly stride: number;
}

export interface AggregateJob {
	readonly kind: 'aggregate';
	readonly rows: number;
	readonly pairs: number;
	readonly values: Float64Array;
	readonly groups: Uint16Array;
	readonly groupCount: number;
	/** One block of groupCount x stride sums per part. */
	readonly partial: Float64Array;
	readonly parts: number;
}

/** Parts are fixed by the number of rows alone, so that any number of threads adds in the same order: same bits. */
const ROWS_PER_PART = 65_536;
const MOST_PARTS = 16;

export function strideOf(pairs: number): number {
	return 1 + 5 * pairs;
}

/** Sums over `groups` (a code below `groupCount` per customer, on shared memory). */
export function aggregate(
	pool: KernelPool | null,
	matrix: MeasureMatrix,
	groups: Uint16Array,
	groupCount: number,
): Aggregate {
	const parts = Math.min(MOST_PARTS, Math.max(1, Math.ceil(matrix.rows / ROWS_PER_PART)));
	const stride = strideOf(matrix.pairs);
	const length = groupCount * stride;
	const { rows, pairs, values } = matrix;
	const partial = pool === null || parts === 1 ? new Float64Array(parts * length) : sharedFloats(parts * length);
	const job: AggregateJob = {
		kind: 'aggregate',
		rows,
		pairs,
		values,
		groups,
		groupCount,
		partial,
		parts,
	};
	if (pool === null || parts === 1) {
		for (let part = 0; part < parts; part++) {
			aggregatePart(job, part);
		}
	} else {
		pool.run(job);
	}
	const sums = partial.slice(0, length);
	for (let part = 1; part < parts; part++) {
		for (let slot = 0, from = part * length; slot < length; slot++) {
			sums[slot]! += partial[from + slot]!;
		}
	}
	return { groupCount, matrix, sums, stride };
}

export function aggregatePart(job: AggregateJob, part: number): void {
	const from = Math.floor((job.rows * part) / job.parts);
	const to = Math.floor((job.rows * (part + 1)) / job.parts);
	const offset = part * job.groupCount * strideOf(job.pairs);
	addRows(job.values, job.pairs, job.groups, from, to, job.partial, offset);
}

function addRows(
	values: Float64Array,
	pairs: number,
	groups: Uint16Array,
	from: number,
	to: number,
	sums: Float64Array,
	offset: number,
): void {
	const stride = 1 + 5 * pairs;
	for (let row = from, cell = from * 2 * pairs; row < to; row++) {
		let slot = offset + groups[row]! * stride;
		sums[slot]! += 1;
		slot++;
		for (let pair = 0; pair < pairs; pair++, slot += 5, cell += 2) {
			const x = values[cell]!;
			const y = values[cell + 1]!;
			sums[slot]! += x;
			sums[slot + 1]! += y;
			sums[slot + 2]! += x * x;
			sums[slot + 3]! += y * y;
			sums[slot + 4]! += x * y;
		}
	}
}

/**
 * The same sums after some customers changed group; reads only those. First moments stay exact, second moments may drift
 * by about 1e-13 over many edits, so a settled edit is followed by a full `aggregate`.
 */
export function applyDelta(before: Aggregate, from: Uint16Array, to: Uint16Array): Aggregate {
	const { matrix, stride, groupCount } = before;
	const { pairs, values } = matrix;
	const sums = before.sums.slice();
	for (let row = 0; row < matrix.rows; row++) {
		if (from[row] !== to[row]) {
			addRow(values, pairs, row, sums, from[row]! * stride, -1);
			addRow(values, pairs, row, sums, to[row]! * stride, 1);
		}
	}
	return { groupCount, matrix, sums, stride };
}

function addRow(values: Float64Array, pairs: number, row: number, sums: Float64Array, at: number, sign: 1 | -1): void {
	sums[at]! += sign;
	for (let pair = 0, cell = row * 2 * pairs, slot = at + 1; pair < pairs; pair++, cell += 2, slot += 5) {
		const x = values[cell]!;
		const y = values[cell + 1]!;
		sums[slot]! += sign * x;
		sums[slot + 1]! += sign * y;
		sums[slot + 2]! += sign * x * x;
		sums[slot + 3]! += sign * y * y;
		sums[slot + 4]! += sign * x * y;
	}
}
