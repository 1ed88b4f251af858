/** Code points as sorted, separate ranges, both ends included. */
export type CharacterSet = readonly (readonly [low: number, high: number])[];

const LAST_CODE_POINT = 0x10_ff_ff;
/** Case variants are written out character by character, for alphabets up to here (Latin, Greek, Cyrillic, Armenian …). */
const LAST_CASED = 0x2c_ff;

export function characterSet(ranges: readonly (readonly [number, number])[]): CharacterSet {
	const merged: [number, number][] = [];
	for (const [low, high] of ranges.toSorted((a, b) => a[0] - b[0])) {
		const last = merged.at(-1);
		if (last && low <= last[1] + 1) {
			last[1] = Math.max(last[1], high);
		} else {
			merged.push([low, high]);
		}
	}
	return merged;
}

export function complement(set: CharacterSet): CharacterSet {
	const gaps: [number, number][] = [];
	let next = 0;
	for (const [low, high] of set) {
		if (low > next) {
			gaps.push([next, low - 1]);
		}
		next = high + 1;
	}
	if (next <= LAST_CODE_POINT) {
		gaps.push([next, LAST_CODE_POINT]);
	}
	return gaps;
}

/** The set with the other case of each of its letters. */
export function withBothCases(set: CharacterSet): CharacterSet {
	const ranges: [number, number][] = set.map(([low, high]) => [low, high]);
	for (const [low, high] of set) {
		for (let codePoint = low; codePoint <= Math.min(high, LAST_CASED); codePoint++) {
			const letter = String.fromCodePoint(codePoint);
			for (const variant of [letter.toLowerCase(), letter.toUpperCase()]) {
				const other = variant.codePointAt(0);
				if (other !== undefined && other !== codePoint && variant.length === letter.length) {
					ranges.push([other, other]);
				}
			}
		}
	}
	return characterSet(ranges);
}

export const digits: CharacterSet = [[0x30, 0x39]];
export const wordCharacters: CharacterSet = characterSet([
	[0x30, 0x39],
	[0x41, 0x5a],
	[0x5f, 0x5f],
	[0x61, 0x7a],
]);
export const spaces: CharacterSet = characterSet([
	[0x09, 0x0a],
	[0x0c, 0x0d],
	[0x20, 0x20],
]);
export const allButNewline: CharacterSet = complement([[0x0a, 0x0a]]);
