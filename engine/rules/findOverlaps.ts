import type { Bitmap } from '../columns/Column.ts';
import { bitsOfWord } from './bitsOfWord.ts';

export interface Overlap {
	/** Indexes of two rules, the earlier first. */
	readonly first: number;
	readonly second: number;
	readonly people: number;
	/** The first row for which both are true. */
	readonly witness: number;
}

/** Every pair of rules that are both true for some row, in rule order. Only words in which some row has two matches are paired. */
export function findOverlaps(matches: readonly Bitmap[]): Overlap[] {
	const rules = matches.length;
	const people = new Float64Array(rules * rules);
	const witnesses = new Int32Array(rules * rules);
	const words = matches[0]?.length ?? 0;
	const present: number[] = [];
	for (let word = 0; word < words; word++) {
		let once = 0;
		let twice = 0;
		for (let rule = 0; rule < rules; rule++) {
			const bits = matches[rule]![word]!;
			twice |= once & bits;
			once |= bits;
		}
		if (twice === 0) {
			continue;
		}
		present.length = 0;
		for (let rule = 0; rule < rules; rule++) {
			if ((matches[rule]![word]! & twice) !== 0) {
				present.push(rule);
			}
		}
		for (const [place, first] of present.entries()) {
			for (let other = place + 1; other < present.length; other++) {
				const second = present[other]!;
				const both = matches[first]![word]! & matches[second]![word]!;
				if (both !== 0) {
					const pair = first * rules + second;
					witnesses[pair] = people[pair] === 0 ? (word << 5) + 31 - Math.clz32(both & -both) : witnesses[pair]!;
					people[pair]! += bitsOfWord(both);
				}
			}
		}
	}
	return [...people.entries()].flatMap(([pair, count]) =>
		count === 0
			? []
			: [{ first: Math.floor(pair / rules), second: pair % rules, people: count, witness: witnesses[pair]! }],
	);
}
