import type { Bitmap } from '../../columns/Column.ts';
import { kernelOf } from '../../kernels/kernelOf.ts';
import { KernelMemory } from '../../kernels/KernelMemory.ts';
import { rulesModule } from '../../kernels/rulesModule.ts';
import type { Outcome } from '../Outcome.ts';

/** What engine/kernels/assembly/rules.ts exports. Addresses are of the memory; 64 rows at a time. */
interface RulesKernel {
	inRangeWhole(values: number, rows: number, low: number, high: number, bits: number): void;
	inRangeReal(values: number, rows: number, low: number, high: number, bits: number): void;
	inTable(codes: number, rows: number, table: number, size: number, bits: number): void;
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

/** Rows that are laid into the memory at a time: columns lie elsewhere, and this much stays in the processor's cache. */
const BLOCK_ROWS = 16_384;
const BLOCK_WORDS = BLOCK_ROWS / 32;
const MOST_CODES = 256;
const COUNTS = 3;
/** Bits of a code. */
const PLANES = 8;
const PLANE_BYTES = BLOCK_WORDS * 4;
const BYTES = BLOCK_ROWS * 8 + (4 + PLANES) * PLANE_BYTES + BLOCK_ROWS + MOST_CODES + MOST_CODES * COUNTS * 4;

/** Below, laying rows into the memory costs more than it saves. */
export const KERNEL_ROWS = 4096;

/** The compiled conditions and first match, over columns of any length. */
export class RuleKernel {
	readonly #kernel: RulesKernel;
	readonly #reals: Float64Array;
	readonly #wholes: Int32Array;
	readonly #small: Uint8Array;
	readonly #bits: Readonly<Record<'isTrue' | 'isFalse' | 'free' | 'open', Bitmap>>;
	/** The bits of the codes, those of the lowest place first. */
	readonly #planes: Int32Array;
	readonly #codes: Uint8Array;
	readonly #table: Uint8Array;
	readonly #counts: Int32Array;

	constructor() {
		const memory = KernelMemory.own(BYTES);
		this.#kernel = kernelOf<RulesKernel>(rulesModule, memory.memory);
		this.#reals = memory.float64(BLOCK_ROWS);
		this.#wholes = new Int32Array(this.#reals.buffer, this.#reals.byteOffset, BLOCK_ROWS);
		this.#small = new Uint8Array(this.#reals.buffer, this.#reals.byteOffset, BLOCK_ROWS);
		const bits = () => {
			const { buffer, byteOffset } = memory.int32(BLOCK_WORDS);
			return new Uint32Array(buffer, byteOffset, BLOCK_WORDS);
		};
		this.#bits = { isTrue: bits(), isFalse: bits(), free: bits(), open: bits() };
		this.#planes = memory.int32(PLANES * BLOCK_WORDS);
		this.#codes = memory.bytes(BLOCK_ROWS);
		this.#table = memory.bytes(MOST_CODES);
		this.#counts = memory.int32(MOST_CODES * COUNTS);
	}

	/** Sets the bits of the rows whose value lies in low .. high; see rowsInRange. */
	inRange(values: Int32Array | Float64Array, low: number, high: number, bits: Bitmap): void {
		const found = this.#bits.isTrue;
		const at = this.#reals.byteOffset;
		for (let from = 0; from < values.length; from += BLOCK_ROWS) {
			const part = values.subarray(from, from + BLOCK_ROWS);
			if (part instanceof Float64Array) {
				this.#reals.set(part);
				this.#kernel.inRangeReal(at, part.length, low, high, found.byteOffset);
			} else {
				this.#wholes.set(part);
				this.#kernel.inRangeWhole(at, part.length, low, high, found.byteOffset);
			}
			copyBits(found, part.length, bits, from);
		}
	}

	/** Sets the bits of the rows whose code has a 1 in the table of at most 256 codes; see rowsInTable. */
	inTable(codes: Uint8Array, table: Uint8Array, bits: Bitmap): void {
		const found = this.#bits.isTrue;
		this.#table.fill(0);
		this.#table.set(table.map((entry) => (entry === 1 ? 0xff : 0)));
		for (let from = 0; from < codes.length; from += BLOCK_ROWS) {
			const part = codes.subarray(from, from + BLOCK_ROWS);
			this.#small.set(part);
			const { byteOffset } = this.#small;
			this.#kernel.inTable(byteOffset, part.length, this.#table.byteOffset, table.length, found.byteOffset);
			copyBits(found, part.length, bits, from);
		}
	}

	/**
	 * See assignFirstMatch. `counts` has three numbers per rule: rows taken, rows true, rows that are free to the rule and that it leaves
	 * unknown.
	 */
	firstMatch(outcomes: readonly (Outcome | null)[], leftOut: Bitmap | null, codes: Uint8Array) {
		const { isTrue, isFalse, free, open } = this.#bits;
		this.#counts.fill(0);
		let openRemainder = 0;
		for (let from = 0; from < codes.length; from += BLOCK_ROWS) {
			const rows = Math.min(BLOCK_ROWS, codes.length - from);
			const words = Math.ceil(rows / 64);
			layAll(free, rows);
			open.fill(0);
			this.#planes.fill(0);
			if (leftOut) {
				layBits(leftOut, from, rows, isTrue);
				isFalse.fill(0xff_ff_ff_ff);
				this.#take(outcomes.length + 1, words);
			}
			for (const [code, outcome] of outcomes.entries()) {
				if (outcome) {
					layBits(outcome.isTrue, from, rows, isTrue);
					layBits(outcome.isFalse, from, rows, isFalse);
					this.#take(code, words);
				}
			}
			openRemainder += this.#kernel.countBoth(open.byteOffset, free.byteOffset, words);
			isTrue.set(free);
			isFalse.fill(0);
			this.#take(outcomes.length, words);
			const planes = 32 - Math.clz32(outcomes.length + 1);
			this.#kernel.writeCodes(this.#planes.byteOffset, PLANE_BYTES, planes, words, this.#codes.byteOffset);
			codes.set(this.#codes.subarray(0, rows), from);
		}
		return { counts: this.#counts.slice(0, outcomes.length * COUNTS), openRemainder };
	}

	/** The rows of the block for the rule that is laid out. */
	#take(code: number, words: number): void {
		const { isTrue, isFalse, free, open } = this.#bits;
		this.#kernel.take(
			isTrue.byteOffset,
			isFalse.byteOffset,
			free.byteOffset,
			open.byteOffset,
			this.#planes.byteOffset,
			PLANE_BYTES,
			code,
			words,
			this.#counts.byteOffset + code * COUNTS * 4,
		);
	}
}

let known: RuleKernel | null = null;

/** One per thread, made when it is first needed. */
export function ruleKernel(): RuleKernel {
	known ??= new RuleKernel();
	return known;
}

/** Puts the bits of a block in place, without those beyond its rows. */
function copyBits(block: Bitmap, rows: number, bits: Bitmap, from: number): void {
	const words = (rows + 31) >>> 5;
	if ((rows & 31) !== 0) {
		block[words - 1]! &= 2 ** (rows & 31) - 1;
	}
	bits.set(block.subarray(0, words), from >>> 5);
}

/** Sets the bits of all rows of a block, and of none beyond them. */
function layAll(block: Bitmap, rows: number): void {
	const words = rows >>> 5;
	block.fill(0xff_ff_ff_ff, 0, words).fill(0, words);
	if ((rows & 31) !== 0) {
		block[words] = 2 ** (rows & 31) - 1;
	}
}

/** Lays the bits of some rows into a block, with zeros up to 64 rows. */
function layBits(bits: Bitmap, from: number, rows: number, block: Bitmap): void {
	const words = (rows + 31) >>> 5;
	block.set(bits.subarray(from >>> 5, (from >>> 5) + words));
	if ((words & 1) !== 0) {
		block[words] = 0;
	}
}
