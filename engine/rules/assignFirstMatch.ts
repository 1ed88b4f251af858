import type { Bitmap } from '../columns/Column.ts';
import { bitsOfWord, countBits } from './countBits.ts';
import { fullBitmap } from './Outcome.ts';
import type { Outcome } from './Outcome.ts';

/** What the rule at one place of the list found. */
export interface RuleCount {
	readonly people: number;
	readonly matches: number;
	/** Not taken earlier, and the rule is neither true nor false. */
	readonly missingData: number;
}

export interface FirstMatch {
	/** Per row the index of the first rule that is true, or the number of rules. */
	readonly codes: Uint8Array;
	readonly rules: readonly RuleCount[];
	readonly remainder: Bitmap;
}

/** Gives every row to the first rule that is true for it, 32 rows at a time. At most 255 rules; null stands for an unreadable rule. */
export function assignFirstMatch(outcomes: readonly (Outcome | null)[], length: number): FirstMatch {
	if (outcomes.length > 0xff) {
		throw new RangeError(`A segmentation has at most 255 rules, not ${outcomes.length}`);
	}
	const codes = new Uint8Array(new SharedArrayBuffer(length)).fill(outcomes.length);
	const remainder = fullBitmap(length);
	const rules = outcomes.map((outcome, index) =>
		outcome ? take(outcome, remainder, codes, index) : { people: 0, matches: 0, missingData: 0 },
	);
	return { codes, rules, remainder };
}

/** Takes the rule's rows out of `remaining`. */
function take({ isTrue, isFalse }: Outcome, remaining: Bitmap, codes: Uint8Array, code: number): RuleCount {
	let people = 0;
	let missingData = 0;
	for (let word = 0; word < remaining.length; word++) {
		const free = remaining[word]!;
		if (free === 0) {
			continue;
		}
		let taken = isTrue[word]! & free;
		const unknown = free & ~isFalse[word]! & ~taken;
		missingData += unknown === 0 ? 0 : bitsOfWord(unknown);
		if (taken === 0) {
			continue;
		}
		people += bitsOfWord(taken);
		remaining[word] = free & ~taken;
		const first = (word << 5) + 31;
		while (taken !== 0) {
			const lowest = taken & -taken;
			codes[first - Math.clz32(lowest)] = code;
			taken ^= lowest;
		}
	}
	return { people, matches: countBits(isTrue), missingData };
}
