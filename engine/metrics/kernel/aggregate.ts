import { sharedFloats } from '../../frame/sharedArrays.ts';
import type { KernelPool } from './KernelPool.ts';
import type { MeasureMatrix } from './MeasureMatrix.ts';

/**
 * Sums of every group of customers. Per group: the number of customers, then five runs of one value per pair:
 * sum x, sum y, sum (x - cx)^2, sum (y - cy)^2, sum (x - cx)(y - cy). Sums of whole numbers are exact below 2^53.
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
	readonly centers: Float64Array;
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
	const { rows, pairs, values, centers } = matrix;
	const partial = pool === null || parts === 1 ? new Float64Array(parts * length) : sharedFloats(parts * length);
	const job: AggregateJob = {
		kind: 'aggregate',
		rows,
		pairs,
		values,
		centers,
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
	addRows(job.values, job.centers, job.pairs, job.groups, from, to, job.partial, offset);
}

function addRows(
	values: Float64Array,
	centers: Float64Array,
	pairs: number,
	groups: Uint16Array,
	from: number,
	to: number,
	sums: Float64Array,
	offset: number,
): void {
	const stride = 1 + 5 * pairs;
	for (let row = from, cell = from * 2 * pairs; row < to; row++, cell += pairs) {
		let slot = offset + groups[row]! * stride;
		sums[slot]! += 1;
		slot++;
		for (let pair = 0; pair < pairs; pair++, slot++, cell++) {
			const x = values[cell]!;
			const y = values[cell + pairs]!;
			const dx = x - centers[pair]!;
			const dy = y - centers[pair + pairs]!;
			sums[slot]! += x;
			sums[slot + pairs]! += y;
			sums[slot + 2 * pairs]! += dx * dx;
			sums[slot + 3 * pairs]! += dy * dy;
			sums[slot + 4 * pairs]! += dx * dy;
		}
	}
}

/**
 * The same sums after some customers changed group; reads only those. First moments stay exact, second moments may drift
 * by about 1e-13 over many edits, so a settled edit is followed by a full `aggregate`.
 */
export function applyDelta(before: Aggregate, from: Uint16Array, to: Uint16Array): Aggregate {
	const { matrix, stride, groupCount } = before;
	const { pairs, values, centers } = matrix;
	const sums = before.sums.slice();
	for (let row = 0; row < matrix.rows; row++) {
		const left = from[row]!;
		const joined = to[row]!;
		if (left === joined) {
			continue;
		}
		let out = left * stride;
		let into = joined * stride;
		sums[out++]! -= 1;
		sums[into++]! += 1;
		for (let pair = 0, cell = row * 2 * pairs; pair < pairs; pair++, cell++, out++, into++) {
			const x = values[cell]!;
			const y = values[cell + pairs]!;
			const dx = x - centers[pair]!;
			const dy = y - centers[pair + pairs]!;
			sums[out]! -= x;
			sums[into]! += x;
			sums[out + pairs]! -= y;
			sums[into + pairs]! += y;
			sums[out + 2 * pairs]! -= dx * dx;
			sums[into + 2 * pairs]! += dx * dx;
			sums[out + 3 * pairs]! -= dy * dy;
			sums[into + 3 * pairs]! += dy * dy;
			sums[out + 4 * pairs]! -= dx * dy;
			sums[into + 4 * pairs]! += dx * dy;
		}
	}
	return { groupCount, matrix, sums, stride };
}
