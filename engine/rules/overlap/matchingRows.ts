import type { Bitmap } from '../../columns/Column.ts';
import { bitsOfWord } from '../bitsOfWord.ts';
import { fullBitmap } from '../Outcome.ts';

export interface RowsWanted {
	/** In all of these. */
	readonly all: readonly Bitmap[];
	/** In none of these. */
	readonly none: readonly Bitmap[];
	readonly isWanted: (row: number) => boolean;
	readonly length: number;
}

/** One page of the rows, in ascending order, and how many there are. */
export function matchingRows(
	{ all, none, isWanted, length }: RowsWanted,
	{ from, count }: { readonly from: number; readonly count: number },
): { readonly rows: readonly number[]; readonly total: number } {
	const rows: number[] = [];
	let total = 0;
	for (const [word, every] of fullBitmap(length).entries()) {
		let bits = every;
		for (const bitmap of all) {
			bits &= bitmap[word]!;
		}
		for (const bitmap of none) {
			bits &= ~bitmap[word]!;
		}
		for (let left = bits; left !== 0; left &= left - 1) {
			const lowest = left & -left;
			if (!isWanted((word << 5) + 31 - Math.clz32(lowest))) {
				bits ^= lowest;
			}
		}
		const found = bitsOfWord(bits);
		if (total + found > from && rows.length < count) {
			let skipped = total;
			for (; bits !== 0 && rows.length < count; bits &= bits - 1) {
				if (skipped++ >= from) {
					rows.push((word << 5) + 31 - Math.clz32(bits & -bits));
				}
			}
		}
		total += found;
	}
	return { rows, total };
}
