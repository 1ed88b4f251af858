import { sharedFloats } from '../../frame/sharedArrays.ts';
import type { KernelPool } from './KernelPool.ts';
import { sumsKernelOf } from './sumsKernelOf.ts';
import { lanesOf, type MeasureMatrix } from './MeasureMatrix.ts';

/**
 * Sums of every group of customers. Per group: the number of customers, a 0, then for all lanes the sums of x, of y, of x^2, of
 * y^2 and of xy, where x and y are the deviations that the matrix holds. Sums of whole numbers are exact below 2^53.
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
	readonly matrix: MeasureMatrix;
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
	return 2 + 5 * lanesOf(pairs);
}

export function partsOf(rows: number): number {
	return Math.min(MOST_PARTS, Math.max(1, Math.ceil(rows / ROWS_PER_PART)));
}

/** Sums over `groups` (a code below `groupCount` per customer, on shared memory). */
export function aggregate(
	pool: KernelPool | null,
	matrix: MeasureMatrix,
	groups: Uint16Array,
	groupCount: number,
): Aggregate {
	const parts = partsOf(matrix.rows);
	const stride = strideOf(matrix.pairs);
	const length = groupCount * stride;
	const job = jobOf(matrix, groups, groupCount, parts);
	if (pool === null || parts === 1) {
		for (let part = 0; part < parts; part++) {
			aggregatePart(job, part);
		}
	} else {
		pool.run(job);
	}
	const sums = job.partial.slice(0, length);
	for (let part = 1; part < parts; part++) {
		for (let slot = 0, from = part * length; slot < length; slot++) {
			sums[slot]! += job.partial[from + slot]!;
		}
	}
	return { groupCount, matrix, sums, stride };
}

/** Where the matrix has room for the kernel, groups and sums are laid beside it. */
function jobOf(matrix: MeasureMatrix, groups: Uint16Array, groupCount: number, parts: number): AggregateJob {
	const length = parts * groupCount * strideOf(matrix.pairs);
	const { room } = matrix;
	if (!room || length > room.sums.length) {
		return {
			kind: 'aggregate',
			matrix: { ...matrix, room: null },
			groups,
			groupCount,
			partial: sharedFloats(length),
			parts,
		};
	}
	room.groups.set(groups.subarray(0, matrix.rows));
	const partial = room.sums.subarray(0, length).fill(0);
	return { kind: 'aggregate', matrix, groups: room.groups, groupCount, partial, parts };
}

export function aggregatePart({ matrix, groups, groupCount, partial, parts }: AggregateJob, part: number): void {
	const { rows, pairs, values, room } = matrix;
	const from = Math.floor((rows * part) / parts);
	const to = Math.floor((rows * (part + 1)) / parts);
	const offset = part * groupCount * strideOf(pairs);
	const lanes = lanesOf(pairs);
	if (room) {
		const sums = partial.byteOffset + offset * Float64Array.BYTES_PER_ELEMENT;
		sumsKernelOf(room.memory).addRows(values.byteOffset, groups.byteOffset, from, to, lanes, sums);
	} else {
		addRows(values, lanes, groups, from, to, partial, offset);
	}
}

/** The reference for engine/kernels/assembly/aggregate.ts, and its stand-in where there is no room for it. */
function addRows(
	values: Float64Array,
	lanes: number,
	groups: Uint16Array,
	from: number,
	to: number,
	sums: Float64Array,
	offset: number,
): void {
	const stride = 2 + 5 * lanes;
	for (let row = from; row < to; row++) {
		const group = offset + groups[row]! * stride;
		sums[group]! += 1;
		addRow(values, row * 2 * lanes, lanes, sums, group, 1);
	}
}

/**
 * The same sums after some customers changed group; reads only those. First moments stay exact, second moments may drift
 * by about 1e-13 over many edits, so a settled edit is followed by a full `aggregate`.
 */
export function applyDelta(before: Aggregate, from: Uint16Array, to: Uint16Array): Aggregate {
	const { matrix, stride, groupCount } = before;
	const { pairs, values, rows } = matrix;
	const lanes = lanesOf(pairs);
	const sums = before.sums.slice();
	for (let row = 0; row < rows; row++) {
		if (from[row] !== to[row]) {
			const [left, entered] = [from[row]! * stride, to[row]! * stride];
			sums[left]! -= 1;
			sums[entered]! += 1;
			addRow(values, row * 2 * lanes, lanes, sums, left, -1);
			addRow(values, row * 2 * lanes, lanes, sums, entered, 1);
		}
	}
	return { groupCount, matrix, sums, stride };
}

/** Adds the pairs of one row, which starts at `cell`, to the sums of a group, or takes them off. */
function addRow(
	values: Float64Array,
	cell: number,
	lanes: number,
	sums: Float64Array,
	group: number,
	sign: 1 | -1,
): void {
	for (let lane = 0, slot = group + 2; lane < lanes; lane++, slot++) {
		const x = values[cell + lane]!;
		const y = values[cell + lanes + lane]!;
		sums[slot]! += sign * x;
		sums[slot + lanes]! += sign * y;
		sums[slot + 2 * lanes]! += sign * x * x;
		sums[slot + 3 * lanes]! += sign * y * y;
		sums[slot + 4 * lanes]! += sign * x * y;
	}
}
