import type { Bitmap } from '../columns/Column.ts';
import { sharedBytes } from '../frame/sharedArrays.ts';
import type { KernelPool } from '../metrics/kernel/KernelPool.ts';
import { bitsOfWord } from './bitsOfWord.ts';
import { fullBitmap } from './Outcome.ts';
import type { Outcome } from './Outcome.ts';
import { compiledFirstMatch } from './kernel/compiledFirstMatch.ts';
import { KERNEL_ROWS } from './kernel/RulesKernel.ts';

/** What the rule at one place of the list found. */
export interface RuleCount {
	readonly people: number;
	readonly matches: number;
	/** Not taken earlier, and the rule is neither true nor false. */
	readonly missingData: number;
}

export interface FirstMatch {
	/** Per row the index of the first rule that is true, or the number of rules; one more for rows that are left out. */
	readonly codes: Uint8Array;
	readonly rules: readonly RuleCount[];
	/** Rows that no rule takes though at least one is unknown for them. */
	readonly openRemainder: number;
}

/**
 * Gives every row to the first rule that is true for it, 32 rows at a time. At most 254 rules; null stands for an unreadable rule.
 * Rows of `leftOut` are given to none; the outcomes must not be true for them. `codes`, on shared memory, are written to, so that an
 * edit need not make new ones.
 */
export function assignFirstMatch(
	outcomes: readonly (Outcome | null)[],
	length: number,
	leftOut: Bitmap | null = null,
	codes: Uint8Array = sharedBytes(length),
	pool: KernelPool | null = null,
): FirstMatch {
	if (outcomes.length > 0xfe) {
		throw new RangeError(`A segmentation has at most 254 rules, not ${outcomes.length}`);
	}
	const counts = length < KERNEL_ROWS ? null : compiledFirstMatch(outcomes, leftOut, codes, pool);
	if (!counts) {
		return assignPlainly(outcomes, leftOut, codes);
	}
	const rules = outcomes.map((_, index) => {
		const [people, matches, missingData] = counts.subarray(3 * index, 3 * index + 3);
		return { people: people!, matches: matches!, missingData: missingData! };
	});
	return { codes, rules, openRemainder: counts.at(-1)! };
}

/** The reference for the compiled kernel, and its stand-in for few rows. Fills `codes`. */
export function assignPlainly(
	outcomes: readonly (Outcome | null)[],
	leftOut: Bitmap | null,
	codes: Uint8Array,
): FirstMatch {
	codes.fill(outcomes.length);
	const remaining = fullBitmap(codes.length);
	if (leftOut) {
		remove(leftOut, remaining, codes, outcomes.length + 1);
	}
	const open = new Uint32Array(remaining.length);
	const rules = outcomes.map((outcome, index) =>
		outcome ? take(outcome, remaining, open, codes, index) : { people: 0, matches: 0, missingData: 0 },
	);
	let openRemainder = 0;
	for (let word = 0; word < open.length; word++) {
		openRemainder += bitsOfWord(open[word]! & remaining[word]!);
	}
	return { codes, rules, openRemainder };
}

function remove(rows: Bitmap, remaining: Bitmap, codes: Uint8Array, code: number): void {
	for (let word = 0; word < rows.length; word++) {
		remaining[word]! &= ~rows[word]!;
		for (let left = rows[word]!; left !== 0; left &= left - 1) {
			codes[(word << 5) + 31 - Math.clz32(left & -left)] = code;
		}
	}
}

/** Takes the rule's rows out of `remaining` and adds those that it leaves unknown to `open`. */
function take(outcome: Outcome, remaining: Bitmap, open: Bitmap, codes: Uint8Array, code: number): RuleCount {
	const [isTrue, isFalse, free, unsettled] = [outcome.isTrue, outcome.isFalse, remaining, open].map(signed);
	return takeWords(isTrue!, isFalse!, free!, unsettled!, codes, code);
}

/** Bit operations on signed words are a quarter faster: unsigned ones above 2^31 pass through doubles. */
function signed(bits: Bitmap): Int32Array {
	return new Int32Array(bits.buffer, bits.byteOffset, bits.length);
}

function takeWords(
	isTrue: Int32Array,
	isFalse: Int32Array,
	remaining: Int32Array,
	open: Int32Array,
	codes: Uint8Array,
	code: number,
): RuleCount {
	let people = 0;
	let matches = 0;
	let missingData = 0;
	for (let word = 0; word < remaining.length; word++) {
		const free = remaining[word]!;
		const all = isTrue[word]!;
		let taken = all & free;
		const unknown = free & ~isFalse[word]! & ~taken;
		if (unknown !== 0) {
			missingData += bitsOfWord(unknown);
			open[word]! |= unknown;
		}
		if (all === 0) {
			continue;
		}
		matches += bitsOfWord(all);
		people += bitsOfWord(taken);
		remaining[word] = free ^ taken;
		const first = (word << 5) + 31;
		while (taken !== 0) {
			const lowest = taken & -taken;
			codes[first - Math.clz32(lowest)] = code;
			taken ^= lowest;
		}
	}
	return { people, matches, missingData };
}
