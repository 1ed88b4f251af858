import type { Bitmap } from '../../columns/Column.ts';
import { kernelOf } from '../../kernels/kernelOf.ts';
import { KernelMemory } from '../../kernels/KernelMemory.ts';
import { rulesModule } from '../../kernels/rulesModule.ts';
import type { FirstMatchJob } from './compiledFirstMatch.ts';
import type { RowSpan } from './rowsOfPart.ts';
import { BLOCK_ROWS, BLOCK_WORDS, layBits, type RulesKernel } from './RulesKernel.ts';

const MOST_CODES = 256;
/** Numbers that are counted for each rule. */
export const COUNTS = 3;
/** Bits of a code. */
const PLANES = 8;
const PLANE_BYTES = BLOCK_WORDS * 4;
const BYTES = (4 + PLANES) * PLANE_BYTES + BLOCK_ROWS + MOST_CODES * COUNTS * 4;

/** The compiled first match, over outcomes that lie elsewhere. */
export class FirstMatchKernel {
	readonly #kernel: RulesKernel;
	readonly #bits: Readonly<Record<'isTrue' | 'isFalse' | 'free' | 'open', Bitmap>>;
	/** The bits of the codes, those of the lowest place first. */
	readonly #planes: Int32Array;
	readonly #codes: Uint8Array;
	readonly #counts: Int32Array;

	private constructor(memory: KernelMemory) {
		this.#kernel = kernelOf<RulesKernel>(rulesModule, memory.memory);
		const bits = () => {
			const { buffer, byteOffset } = memory.int32(BLOCK_WORDS);
			return new Uint32Array(buffer, byteOffset, BLOCK_WORDS);
		};
		this.#bits = { isTrue: bits(), isFalse: bits(), free: bits(), open: bits() };
		this.#planes = memory.int32(PLANES * BLOCK_WORDS);
		this.#codes = memory.bytes(BLOCK_ROWS);
		this.#counts = memory.int32(MOST_CODES * COUNTS);
	}

	/** Null where there is no memory for it. */
	static make(): FirstMatchKernel | null {
		const memory = KernelMemory.shared(BYTES);
		return memory && new FirstMatchKernel(memory);
	}

	/** Fills the codes of rows `from` .. `to` and the counts of a part, COUNTS for each rule and one more; see FirstMatchJob. */
	assign({ outcomes, leftOut, codes }: FirstMatchJob, { from: start, to: end }: RowSpan, counts: Int32Array): void {
		const { isTrue, isFalse, free, open } = this.#bits;
		this.#counts.fill(0);
		let openRemainder = 0;
		for (let from = start; from < end; from += BLOCK_ROWS) {
			const rows = Math.min(BLOCK_ROWS, end - from);
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
		counts.set(this.#counts.subarray(0, outcomes.length * COUNTS));
		counts[outcomes.length * COUNTS] = openRemainder;
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

let known: FirstMatchKernel | null | undefined;

/** One per thread, made when it is first needed. */
export function firstMatchKernel(): FirstMatchKernel | null {
	known = known === undefined ? FirstMatchKernel.make() : known;
	return known;
}

/** Sets the bits of all rows of a block, and of none beyond them. */
function layAll(block: Bitmap, rows: number): void {
	const words = rows >>> 5;
	block.fill(0xff_ff_ff_ff, 0, words).fill(0, words);
	if ((rows & 31) !== 0) {
		block[words] = 2 ** (rows & 31) - 1;
	}
}
