import type { Exclusion, ExclusionResult } from '#shared/model/segmentation.ts';
import { countBits } from '../columns/bitmap.ts';
import type { Bitmap } from '../columns/Column.ts';
import { bitsOfWord } from './bitsOfWord.ts';
import { fullBitmap, wordsOf } from './Outcome.ts';
import type { Outcome } from './Outcome.ts';

export interface TakenExclusions {
	/** Whom any exclusion takes. */
	readonly rows: Bitmap;
	readonly people: number;
	readonly results: readonly (ExclusionResult & { readonly taken: Bitmap })[];
}

/** Each row goes to the first exclusion that is true for it; whoever cannot be decided stays in. `null` is an unreadable rule. */
export function takeExclusions(
	exclusions: readonly Exclusion[],
	outcomes: readonly (Outcome | null)[],
	length: number,
): TakenExclusions {
	const rows = new Uint32Array(wordsOf(length));
	const firsts = outcomes.map((outcome) => {
		const taken = new Uint32Array(rows.length);
		for (let word = 0; outcome && word < rows.length; word++) {
			taken[word] = outcome.isTrue[word]! & ~rows[word]!;
			rows[word]! |= taken[word]!;
		}
		return taken;
	});
	const all = fullBitmap(length);
	const results = exclusions.map(({ id, name }, index) => {
		const outcome = outcomes[index];
		const taken = firsts[index]!;
		let missingData = 0;
		for (let word = 0; outcome && word < rows.length; word++) {
			missingData += bitsOfWord(all[word]! & ~rows[word]! & ~outcome.isTrue[word]! & ~outcome.isFalse[word]!);
		}
		return { id, name, people: countBits(taken), matches: outcome ? countBits(outcome.isTrue) : 0, missingData, taken };
	});
	return { rows, people: results.reduce((sum, { people }) => sum + people, 0), results };
}

/** The outcome as it counts for those who stay in. */
export function withoutRows({ isTrue, isFalse }: Outcome, rows: Bitmap): Outcome {
	return { isTrue: isTrue.map((bits, word) => bits & ~rows[word]!), isFalse };
}
