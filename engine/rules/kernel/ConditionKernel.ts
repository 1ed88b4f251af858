import { kernelOf } from '../../kernels/kernelOf.ts';
import { rulesModule } from '../../kernels/rulesModule.ts';
import { negatedOutcome, type Outcome } from '../Outcome.ts';
import { BYTES_OF } from './LaidColumns.ts';
import { MOST_LEVELS, type LaidPlan } from './LaidPlan.ts';
import { BLOCK_ROWS, BLOCK_WORDS, layBits, putBits, type RulesKernel } from './RulesKernel.ts';

const BITMAP_BYTES = BLOCK_WORDS * 4;
const TABLE_BYTES = 256;
const FIND = { bytes: 'inBytes', shorts: 'inShorts', wholes: 'inWholes', reals: 'inReals' } as const;

/** What the kernel needs besides columns: a pair of bitmaps for every level of a rule, and a table. */
export const ROOM_BYTES = MOST_LEVELS * 2 * BITMAP_BYTES + TABLE_BYTES;

/** The compiled conditions, a block of rows after the other. */
export class ConditionKernel {
	readonly #kernel: RulesKernel;
	readonly #levels: readonly Outcome[];
	readonly #table: Uint8Array;

	/** `room` is the address of ROOM_BYTES for this kernel alone. */
	constructor(memory: WebAssembly.Memory, room: number) {
		this.#kernel = kernelOf<RulesKernel>(rulesModule, memory);
		const bitmap = (index: number) => new Uint32Array(memory.buffer, room + index * BITMAP_BYTES, BLOCK_WORDS);
		this.#levels = Array.from({ length: MOST_LEVELS }, (_, level) => ({
			isTrue: bitmap(2 * level),
			isFalse: bitmap(2 * level + 1),
		}));
		this.#table = new Uint8Array(memory.buffer, room + MOST_LEVELS * 2 * BITMAP_BYTES, TABLE_BYTES);
	}

	/** Writes the outcome of rows `from` .. `to`; `from` is a multiple of BLOCK_ROWS. */
	evaluate(plan: LaidPlan, from: number, to: number, outcome: Outcome): void {
		for (let first = from; first < to; first += BLOCK_ROWS) {
			const rows = Math.min(BLOCK_ROWS, to - first);
			const { isTrue, isFalse } = this.#block(plan, first, rows, 0);
			putBits(isTrue, rows, outcome.isTrue, first);
			putBits(isFalse, rows, outcome.isFalse, first);
		}
	}

	/** The outcome lies in the bitmaps of the level. */
	#block(plan: LaidPlan, from: number, rows: number, level: number): Outcome {
		const found = this.#levels[level]!;
		const words = Math.ceil(rows / 64);
		switch (plan.kind) {
			case 'and':
			case 'or': {
				const [first, ...others] = plan.operands;
				const joined = this.#block(first!, from, rows, level);
				for (const operand of others) {
					const other = this.#block(operand, from, rows, level + 1);
					this.#conjoin(
						plan.kind === 'and' ? joined : negatedOutcome(joined),
						plan.kind === 'and' ? other : negatedOutcome(other),
						words,
					);
				}
				return joined;
			}
			case 'not':
				return negatedOutcome(this.#block(plan.operand, from, rows, level));
			case 'range': {
				const { at, form } = plan.values;
				const values = at + from * BYTES_OF[form];
				this.#kernel[FIND[form]](values, rows, plan.low, plan.high, found.isTrue.byteOffset);
				this.#decide(found, plan.nulls, from, words);
				return found;
			}
			case 'table': {
				this.#table.fill(0);
				this.#table.set(plan.table.map((entry) => (entry === 1 ? 0xff : 0)));
				const { byteOffset } = this.#table;
				this.#kernel.inTable(plan.codes + from, rows, byteOffset, plan.table.length, found.isTrue.byteOffset);
				this.#decide(found, plan.nulls, from, words);
				return found;
			}
			case 'known':
				layBits(plan.outcome.isTrue, from, rows, found.isTrue);
				layBits(plan.outcome.isFalse, from, rows, found.isFalse);
				return found;
		}
	}

	#decide({ isTrue, isFalse }: Outcome, nulls: number, from: number, words: number): void {
		this.#kernel.decide(isTrue.byteOffset, isFalse.byteOffset, nulls === 0 ? 0 : nulls + from / 8, words);
	}

	#conjoin(into: Outcome, other: Outcome, words: number): void {
		this.#kernel.conjoin(
			into.isTrue.byteOffset,
			into.isFalse.byteOffset,
			other.isTrue.byteOffset,
			other.isFalse.byteOffset,
			words,
		);
	}
}
