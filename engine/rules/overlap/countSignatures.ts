import type { Bitmap } from '../../columns/Column.ts';
import type { Frame } from '../../frame/Frame.ts';
import { throwIfCancelled, type Job } from '../../job.ts';
import { bitsOfWord } from '../bitsOfWord.ts';
import { fullBitmap } from '../Outcome.ts';
import { SignatureTable } from './SignatureTable.ts';

/** Rows between two pauses, a few milliseconds of work. */
const ROWS_PER_BATCH = 1 << 17;

export interface SignatureCounts {
	/** Sums are revenue in units of `scale`; 0 where there is none. */
	readonly table: SignatureTable;
	/** Decimal places of revenue; null where the frame has no revenue. */
	readonly scale: number | null;
	readonly excluded: { readonly people: number; readonly sum: number };
}

/**
 * Which rules each customer matches, counted by combination. 32 customers at a time: the bits of 32 rules are transposed (Hacker's
 * Delight, 7-3), so that each customer's combination is one word per 32 rules. Excluded customers are counted apart.
 */
export async function countSignatures(
	frame: Frame,
	matches: readonly Bitmap[],
	excluded: readonly Bitmap[],
	job: Job,
): Promise<SignatureCounts> {
	const column = frame.columns.get('revenue');
	const revenue = column?.kind === 'number' ? column : null;
	// Rows without a value hold 0.
	const values = revenue?.values ?? new Int32Array(frame.length);
	const table = new SignatureTable(matches.length);
	const base = fullBitmap(frame.length);
	const left = { people: 0, sum: 0 };
	await job.tick(0, frame.length, 'Counting who matches which rules');
	for (let from = 0; from < frame.length; from += ROWS_PER_BATCH) {
		const to = Math.min(base.length, (from + ROWS_PER_BATCH) >>> 5);
		for (let word = from >>> 5; word < to; word++) {
			let out = 0;
			for (const bits of excluded) {
				out |= bits[word]!;
			}
			left.people += bitsOfWord(out);
			for (let bits = out; bits !== 0; bits &= bits - 1) {
				left.sum += values[(word << 5) + 31 - Math.clz32(bits & -bits)]!;
			}
			base[word]! &= ~out;
		}
		countWords(table, matches, base, values, from >>> 5, to);
		if (to < base.length) {
			await job.tick(from, frame.length, 'Counting who matches which rules');
		}
	}
	throwIfCancelled(job.signal);
	return { table, scale: revenue ? revenue.scale : null, excluded: left };
}

function countWords(
	table: SignatureTable,
	matches: readonly Bitmap[],
	base: Bitmap,
	values: Int32Array | Float64Array,
	from: number,
	to: number,
): void {
	const { words } = table;
	const square = new Int32Array(32);
	/** Combination of the customer at bit b: `words` words from b * words on. */
	const signatures = new Int32Array(32 * words);
	for (let word = from; word < to; word++) {
		for (let group = 0; group < words; group++) {
			const first = group << 5;
			const count = Math.min(32, matches.length - first);
			square.fill(0);
			let any = 0;
			for (let rule = 0; rule < count; rule++) {
				const bits = matches[first + rule]![word]!;
				square[31 - rule] = bits;
				any |= bits;
			}
			if (any !== 0) {
				transpose(square);
			}
			for (let bit = 0; bit < 32; bit++) {
				signatures[bit * words + group] = square[31 - bit]!;
			}
		}
		for (let bits = base[word]! | 0; bits !== 0; bits &= bits - 1) {
			const bit = 31 - Math.clz32(bits & -bits);
			const row = (word << 5) + bit;
			table.add(signatures, bit * words, row, values[row]!);
		}
	}
}

/** A square of 32 by 32 bits along its diagonal. */
function transpose(square: Int32Array): void {
	for (let step = 16, mask = 0x00_00_ff_ff; step !== 0; step >>>= 1, mask ^= mask << step) {
		for (let line = 0; line < 32; line = (line + step + 1) & ~step) {
			const swap = (square[line]! ^ (square[line + step]! >>> step)) & mask;
			square[line]! ^= swap;
			square[line + step]! ^= swap << step;
		}
	}
}
