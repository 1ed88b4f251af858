const MAX_LINES = 200;
const MIN_LINES = 3;
/** Lines that may be shorter or longer than the others: a total, a remark. */
const MIN_SHARE_OF_LENGTH = 0.9;
const DELIMITERS = [',', ';', '\t', '|', ':', '~', '^', '\u0001', '\u001f'];
const MIN_CONSISTENT = 0.8;
const MAX_COLUMNS = 500;

/**
 * Where the columns of fixed-width text start, in characters, told from the gutters: places that are blank in every line.
 * Null where the lines have no such places, differ in length, or share a number of delimiters, which makes them delimited
 * text. The method is that of readr's fwf_empty.
 */
export function detectColumnStarts(lines: readonly string[]): number[] | null {
	const filled = lines.filter((line) => line.trim() !== '').slice(0, MAX_LINES);
	if (filled.length < MIN_LINES || hasDelimiter(filled)) {
		return null;
	}
	const length = Math.max(...filled.map(({ length: characters }) => characters));
	const isInk = new Uint8Array(length);
	for (const line of filled) {
		for (let at = 0; at < line.length; at++) {
			isInk[at]! |= line.charCodeAt(at) === 32 ? 0 : 1;
		}
	}
	const starts = Array.from(isInk.keys()).filter((at) => isInk[at] === 1 && isInk[at - 1] !== 1);
	if (starts.length < 2 || starts.length > MAX_COLUMNS) {
		return null;
	}
	// Sentences have blanks in the same place by chance, columns because the lines reach equally far.
	const reach = starts.at(-1)!;
	const reaching = filled.filter((line) => line.trimEnd().length > reach).length;
	const isEven = reaching >= filled.length * MIN_SHARE_OF_LENGTH || hasWideGutters(isInk, starts);
	return isEven ? [0, ...starts.slice(1)] : null;
}

/** Some gutter of two blanks or more. */
function hasWideGutters(isInk: Uint8Array, starts: readonly number[]): boolean {
	return starts.slice(1).some((start) => isInk[start - 2] === 0);
}

function hasDelimiter(lines: readonly string[]): boolean {
	return DELIMITERS.some((delimiter) => {
		const counts = new Map<number, number>();
		for (const line of lines) {
			const count = line.split(delimiter).length - 1;
			counts.set(count, (counts.get(count) ?? 0) + 1);
		}
		const [usual = 0, times = 0] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? [];
		return usual > 0 && times >= lines.length * MIN_CONSISTENT;
	});
}
