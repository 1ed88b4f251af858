import type { Bitmap } from '../columns/Column.ts';
import { fullBitmap, type Outcome } from './Outcome.ts';

/**
 * Rows that `earlier` rules did not take and for which one of `rules` is neither true nor false, while none of them is true: whom
 * `missingData` of a segment, of the remainder or of an exclusion counts. Null stands for an unreadable rule, which leaves nobody open.
 */
export function undecidedRows(rules: readonly (Outcome | null)[], earlier: readonly Bitmap[], length: number): Bitmap {
	const open = new Uint32Array(fullBitmap(length).length);
	for (const outcome of rules) {
		for (let word = 0; outcome && word < open.length; word++) {
			open[word]! |= ~outcome.isTrue[word]! & ~outcome.isFalse[word]!;
		}
	}
	const taken = [...earlier, ...rules.flatMap((outcome) => outcome?.isTrue ?? [])];
	const all = fullBitmap(length);
	return open.map((bits, word) => taken.reduce((left, rows) => left & ~rows[word]!, bits & all[word]!));
}
