import type { Outcome } from '../../../engine/rules/Outcome.ts';

/** T, F or ? per row; X where a row is both, or where a bit is set behind the last row. */
export function outcomeLetters({ isTrue, isFalse }: Outcome, length: number): string {
	let letters = '';
	for (let row = 0; row < isTrue.length * 32; row++) {
		const code = ((isTrue[row >>> 5]! >>> (row & 31)) & 1) + 2 * ((isFalse[row >>> 5]! >>> (row & 31)) & 1);
		letters += row < length ? '?TFX'[code]! : code === 0 ? '' : 'X';
	}
	return letters;
}
