import type { Bitmap } from '../../columns/Column.ts';
import type { Frame } from '../../frame/Frame.ts';
import { bitsOfWord } from '../bitsOfWord.ts';
import { findOverlaps } from '../findOverlaps.ts';
import type { Overlap } from '../findOverlaps.ts';
import { fullBitmap } from '../Outcome.ts';

export interface SharedRows {
	readonly people: number;
	/** Exact for decimals of fixed places; null where the frame has no revenue. */
	readonly revenue: number | null;
	/** The first of them; null where there is none. */
	readonly row: number | null;
}

/** The customers at hand and which rules they match. */
export class MatchedRows {
	readonly frame: Frame;
	private readonly matches: readonly Bitmap[];
	private readonly overlaps: ReadonlyMap<string, Overlap>;

	constructor(frame: Frame, matches: readonly Bitmap[]) {
		this.frame = frame;
		this.matches = matches;
		this.overlaps = new Map(findOverlaps(matches).map((overlap) => [`${overlap.first} ${overlap.second}`, overlap]));
	}

	people(rule: number): number {
		return this.matches[rule]!.reduce((sum, word) => sum + bitsOfWord(word), 0);
	}

	shared(first: number, second: number): SharedRows {
		const overlap = this.overlaps.get(`${first} ${second}`);
		if (!overlap) {
			return { people: 0, revenue: this.revenueOf(new Uint32Array(this.matches[first]!.length)), row: null };
		}
		const both = this.matches[first]!.map((word, index) => word & this.matches[second]![index]!);
		return { people: overlap.people, revenue: this.revenueOf(both), row: overlap.witness };
	}

	/** The first customer who matches a rule and none of the others; null where there is none. */
	rowOutside(rule: number, others: readonly number[]): number | null {
		for (const [index, word] of this.matches[rule]!.entries()) {
			let left = word;
			for (let place = 0; left !== 0 && place < others.length; place++) {
				left &= ~this.matches[others[place]!]![index]!;
			}
			if (left !== 0) {
				return (index << 5) + 31 - Math.clz32(left & -left);
			}
		}
		return null;
	}

	remainder(): SharedRows {
		const left = fullBitmap(this.frame.length).map((word, index) =>
			this.matches.reduce((bits, match) => bits & ~match[index]!, word),
		);
		return {
			people: left.reduce((sum, word) => sum + bitsOfWord(word), 0),
			revenue: this.revenueOf(left),
			row: firstRow(left),
		};
	}

	/** Customers who match more than one rule. */
	contested(): { people: number; revenue: number | null } {
		const once = fullBitmap(this.frame.length).fill(0);
		const twice = once.slice();
		for (const match of this.matches) {
			for (const [index, word] of match.entries()) {
				twice[index]! |= once[index]! & word;
				once[index]! |= word;
			}
		}
		return { people: twice.reduce((sum, word) => sum + bitsOfWord(word), 0), revenue: this.revenueOf(twice) };
	}

	private revenueOf(rows: Bitmap): number | null {
		const column = this.frame.columns.get('revenue');
		if (column?.kind !== 'number') {
			return null;
		}
		let sum = 0;
		for (const [index, word] of rows.entries()) {
			for (let bits = word; bits !== 0; bits &= bits - 1) {
				// Rows without a value hold 0.
				sum += column.values[(index << 5) + 31 - Math.clz32(bits & -bits)]!;
			}
		}
		return sum / 10 ** column.scale;
	}
}

function firstRow(rows: Bitmap): number | null {
	const index = rows.findIndex((word) => word !== 0);
	const word = rows[index] ?? 0;
	return index === -1 ? null : (index << 5) + 31 - Math.clz32(word & -word);
}
