import { addRows } from './addRows.ts';
import type { MeasureMatrix } from './MeasureMatrix.ts';
import { strideOf } from './RunShape.ts';
import { sumsKernelOf } from './sumsKernelOf.ts';

/** Sums over the customers of a matrix by group: segment code x splits + split code. */
export interface AggregateJob {
	readonly kind: 'aggregate';
	readonly matrix: MeasureMatrix;
	/** One code per customer, on shared memory; in the matrix's room where it has one. */
	readonly codes: Uint8Array;
	/** Codes in the room that the customers had before: only those who changed count, off their old groups; null where all count. */
	readonly before: Uint8Array | null;
	readonly groupCount: number;
	/** The code whose customers are not read, since their sums are what all others leave of the totals; -1 for none. */
	readonly leftOut: number;
	/** One block of groupCount x stride sums per part, all 0. 64-bit integers where the matrix is whole and has room. */
	readonly partial: Float64Array;
	readonly parts: number;
}

/** Parts are fixed by the number of rows alone, so that any number of threads adds in the same order: same bits. */
const ROWS_PER_PART = 65_536;
const MOST_PARTS = 16;

export function partsOf(rows: number): number {
	return Math.min(MOST_PARTS, Math.max(1, Math.ceil(rows / ROWS_PER_PART)));
}

export function aggregatePart(job: AggregateJob, part: number): void {
	const { matrix, codes, before, groupCount, leftOut, partial, parts } = job;
	const { rows, values, lanes, products, split, isWhole, room } = matrix;
	const from = Math.floor((rows * part) / parts);
	const to = Math.floor((rows * (part + 1)) / parts);
	const offset = part * groupCount * strideOf(matrix);
	if (!room) {
		addRows(matrix, codes, from, to, partial, offset);
		return;
	}
	const kernel = sumsKernelOf(room.memory);
	const splits = [split?.codes.byteOffset ?? 0, split?.count ?? 1] as const;
	const rowsToAdd = [from, to, lanes, room.products.byteOffset, products.length] as const;
	const sums = partial.byteOffset + offset * Float64Array.BYTES_PER_ELEMENT;
	const own = room.work.byteOffset + (part * room.work.byteLength) / partsOf(rows);
	if (!isWhole) {
		kernel.addReal(values.byteOffset, codes.byteOffset, ...splits, ...rowsToAdd, sums);
	} else if (before) {
		const { byteOffset } = before;
		kernel.moveWhole(values.byteOffset, byteOffset, codes.byteOffset, ...splits, groupCount, ...rowsToAdd, sums, own);
	} else {
		kernel.addWhole(values.byteOffset, codes.byteOffset, ...splits, groupCount, ...rowsToAdd, sums, leftOut, own);
	}
}

/** Adds the blocks of all parts to the first, in order, and finds the sums of the code that was left out. */
export function joinParts({ matrix, groupCount, leftOut, partial, parts }: AggregateJob): void {
	const { room, isWhole, split } = matrix;
	const stride = strideOf(matrix);
	const length = groupCount * stride;
	if (room) {
		const kernel = sumsKernelOf(room.memory);
		const join = isWhole ? kernel.joinWhole : kernel.joinReal;
		join(partial.byteOffset, length, parts);
		if (leftOut >= 0) {
			const splits = split?.count ?? 1;
			kernel.addLeftOut(partial.byteOffset, stride, groupCount / splits, splits, leftOut, room.totals.byteOffset);
		}
		return;
	}
	for (let part = 1; part < parts; part++) {
		for (let slot = 0, from = part * length; slot < length; slot++) {
			partial[slot]! += partial[from + slot]!;
		}
	}
}
