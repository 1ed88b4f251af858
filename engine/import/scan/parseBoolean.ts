const TRUE = Buffer.from('true');
const FALSE = Buffer.from('false');
const YES = Buffer.from('yes');
const NO = Buffer.from('no');

/** 1 for true, yes, t, y in any case; 0 for false, no, f, n; NaN for anything else (0 and 1 are integers). */
export function parseBoolean(bytes: Uint8Array, start: number, end: number): number {
	let from = start;
	let to = end;
	while (from < to && bytes[from] === 32) {
		from++;
	}
	while (to > from && bytes[to - 1] === 32) {
		to--;
	}
	const length = to - from;
	const first = bytes[from]! | 32;
	if (first === TRUE[0]) {
		return length === 1 || isWord(bytes, from, to, TRUE) ? 1 : NaN;
	}
	if (first === YES[0]) {
		return length === 1 || isWord(bytes, from, to, YES) ? 1 : NaN;
	}
	if (first === FALSE[0]) {
		return length === 1 || isWord(bytes, from, to, FALSE) ? 0 : NaN;
	}
	return first === NO[0] && (length === 1 || isWord(bytes, from, to, NO)) ? 0 : NaN;
}

function isWord(bytes: Uint8Array, from: number, to: number, word: Uint8Array): boolean {
	if (to - from !== word.length) {
		return false;
	}
	for (let at = 0; at < word.length; at++) {
		if ((bytes[from + at]! | 32) !== word[at]) {
			return false;
		}
	}
	return true;
}
