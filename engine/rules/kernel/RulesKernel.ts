/** What engine/kernels/assembly/rules.ts exports. Addresses are of the memory; 64 rows at a time. */
export interface RulesKernel {
	readonly inBytes: FindRange;
	readonly inShorts: FindRange;
	readonly inWholes: FindRange;
	readonly inReals: FindRange;
	inTable(codes: number, rows: number, table: number, size: number, bits: number): void;
	decide(isTrue: number, isFalse: number, nulls: number, words: number): void;
	conjoin(isTrue: number, isFalse: number, otherTrue: number, otherFalse: number, words: number): void;
	take(
		isTrue: number,
		isFalse: number,
		free: number,
		open: number,
		planes: number,
		planeBytes: number,
		code: number,
		words: number,
		counts: number,
	): void;
	writeCodes(planes: number, planeBytes: number, planeCount: number, words: number, codes: number): void;
	countBoth(left: number, right: number, words: number): number;
}

type FindRange = (values: number, rows: number, low: number, high: number, bits: number) => void;

/** Rows that kernels work on at a time: their bitmaps stay in the processor's cache. */
export const BLOCK_ROWS = 16_384;
export const BLOCK_WORDS = BLOCK_ROWS / 32;

/** Below, laying rows into a memory costs more than it saves. */
export const KERNEL_ROWS = 4096;

/** Lays the bits of some rows into a block, with zeros up to 64 rows. `from` is a multiple of 32. */
export function layBits(bits: Uint32Array, from: number, rows: number, block: Uint32Array): void {
	const words = (rows + 31) >>> 5;
	block.set(bits.subarray(from >>> 5, (from >>> 5) + words));
	if ((words & 1) !== 0) {
		block[words] = 0;
	}
}

/** Puts the bits of a block in place, without those beyond its rows. */
export function putBits(block: Uint32Array, rows: number, bits: Uint32Array, from: number): void {
	const words = (rows + 31) >>> 5;
	if ((rows & 31) !== 0) {
		block[words - 1]! &= 2 ** (rows & 31) - 1;
	}
	bits.set(block.subarray(0, words), from >>> 5);
}
