import { sharedFloats } from '../../frame/sharedArrays.ts';
import { aggregatePart, joinParts, partsOf, type AggregateJob } from './aggregate.ts';
import type { KernelPool } from './KernelPool.ts';
import type { KernelRoom, MeasureMatrix } from './MeasureMatrix.ts';
import { runJob } from './runJob.ts';
import { strideOf } from './RunShape.ts';
import { sumsKernelOf } from './sumsKernelOf.ts';

/** Sums of every group of customers: see RunShape for what lies where. Sums of whole numbers are exact below 2^53. */
export interface Aggregate {
	readonly matrix: MeasureMatrix;
	readonly groupCount: number;
	/** Length groupCount x stride. */
	readonly sums: Float64Array;
	readonly stride: number;
}

const MOST_CODES = 256;
/** An edit that moves more than one customer in so many is summed anew. */
const ROWS_PER_MOVE = 5;
/** Fewer than so many are moved sooner than helper threads are woken. */
const FEW_MOVES = 2000;
/** One in so many tells well enough which segment is the largest. */
const CUSTOMERS_PER_LOOK = 61;

/**
 * Sums of a matrix by group, kept while a segmentation is edited: where few customers changed their group only those are read, and the
 * sums are the same, bit for bit, as if all were. For one caller at a time.
 */
export class GroupSums {
	readonly matrix: MeasureMatrix;
	readonly #pool: KernelPool | null;
	/** Which of the two codes of the room the sums in it are of, and of how many groups; null while it holds none. */
	#held: { readonly turn: 0 | 1; readonly groupCount: number } | null = null;

	constructor(matrix: MeasureMatrix, pool: KernelPool | null) {
		this.matrix = matrix;
		this.#pool = pool;
	}

	/** Where the codes of the next sum are best written to: `sum` then need not copy them. Null where the matrix has no room for them. */
	get nextCodes(): Uint8Array | null {
		return this.matrix.room?.codes[this.#nextTurn] ?? null;
	}

	/** `codes` holds a number below `codeCount` per customer. Groups are code x splits + split code. */
	sum(codes: Uint8Array, codeCount: number): Aggregate {
		const { matrix } = this;
		const groupCount = codeCount * (matrix.split?.count ?? 1);
		const stride = strideOf(matrix);
		const { room } = matrix;
		const parts = partsOf(matrix.rows);
		if (!room || (parts + 1) * groupCount * stride > room.sums.length) {
			const partial = sharedFloats(parts * groupCount * stride);
			const shared = sharedCopy(codes);
			const job = {
				kind: 'aggregate',
				matrix: { ...matrix, room: null },
				codes: shared,
				before: null,
				groupCount,
				leftOut: -1,
				partial,
				parts,
			} as const;
			this.#run(job);
			return { matrix, groupCount, sums: partial.slice(0, groupCount * stride), stride };
		}
		const turn = this.#nextTurn;
		if (codes !== room.codes[turn]) {
			room.codes[turn].set(codes.subarray(0, matrix.rows));
		}
		const isMoved = this.#move(room, turn, groupCount);
		// A sum that fails half-way leaves nothing behind that an edit could go on from.
		this.#held = null;
		if (!isMoved) {
			const partial = room.sums.subarray(0, parts * groupCount * stride).fill(0);
			const leftOut = matrix.isWhole ? frequentCode(codes) : -1;
			const job = { kind: 'aggregate', matrix, codes: room.codes[turn], before: null } as const;
			this.#run({ ...job, groupCount, leftOut, partial, parts });
		}
		this.#held = { turn, groupCount };
		return { matrix, groupCount, sums: asNumbers(room.sums.subarray(0, groupCount * stride), matrix.isWhole), stride };
	}

	get #nextTurn(): 0 | 1 {
		return this.#held?.turn === 0 ? 1 : 0;
	}

	/** Brings the sums in the room up to date; false where all customers have to be read. */
	#move(room: KernelRoom, turn: 0 | 1, groupCount: number): boolean {
		const { matrix } = this;
		const { rows } = matrix;
		const held = this.#held;
		if (!held || held.groupCount !== groupCount || !matrix.isWhole) {
			return false;
		}
		const [before, codes] = [room.codes[held.turn], room.codes[turn]];
		const count = sumsKernelOf(room.memory).countMoves(before.byteOffset, codes.byteOffset, rows);
		if (count > rows / ROWS_PER_MOVE) {
			return false;
		}
		const job = { kind: 'aggregate', matrix, codes, before, groupCount, leftOut: -1 } as const;
		const length = groupCount * strideOf(matrix);
		const partial = room.sums.subarray(0, length);
		if (count < FEW_MOVES) {
			aggregatePart({ ...job, partial, parts: 1 }, 0);
			return true;
		}
		const parts = partsOf(rows);
		const changes = room.sums.subarray(length, (parts + 1) * length).fill(0);
		runJob(this.#pool, { ...job, partial: changes, parts }, aggregatePart);
		joinParts({ ...job, partial, parts: parts + 1 });
		return true;
	}

	#run(job: AggregateJob): void {
		runJob(this.#pool, job, aggregatePart);
		joinParts(job);
	}
}

/** The code of the most customers among some. */
function frequentCode(codes: Uint8Array): number {
	const counts = new Uint32Array(MOST_CODES);
	for (let row = 0; row < codes.length; row += CUSTOMERS_PER_LOOK) {
		counts[codes[row]!]!++;
	}
	return counts.indexOf(counts.reduce((most, count) => Math.max(most, count), 0));
}

function sharedCopy(codes: Uint8Array): Uint8Array {
	const copy = new Uint8Array(new SharedArrayBuffer(codes.length));
	copy.set(codes);
	return copy;
}

/** 64-bit integers are taken apart into two of 32 bits, whose sum is rounded once. */
function asNumbers(sums: Float64Array, isWhole: boolean): Float64Array {
	if (!isWhole) {
		return sums.slice();
	}
	const halves = new Int32Array(sums.buffer, sums.byteOffset, sums.length * 2);
	return Float64Array.from(sums, (_, slot) => halves[2 * slot + 1]! * 2 ** 32 + (halves[2 * slot]! >>> 0));
}
