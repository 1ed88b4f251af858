const DELIMITERS = [',', ';', '\t', '|', '^', '~', '\u0001', '\u001f'];
const LINES = 200;
/** Share of the lines that must hold texts in apostrophes, and that may begin a value with a double quote. */
const LEAST_SHARE = 0.5;
const MOST_DOUBLE = 0.1;

/**
 * The delimiter of text whose texts are enclosed in apostrophes; null where they are not. An apostrophe counts where a delimiter or the
 * start of a line is before it and one that closes it is before the next delimiter or end, so that O'Brien, '90s and the apostrophe
 * by which Excel marks a text do not.
 */
export function findApostrophes(text: string): string | null {
	const lines = text
		.split(/\r\n|\n|\r/, LINES)
		.slice(0, -1)
		.filter((line) => line !== '');
	const rated = DELIMITERS.map((delimiter) => {
		const sign = delimiter === '|' || delimiter === '^' ? `\\${delimiter}` : delimiter;
		const enclosed = new RegExp(`(?:^|${sign})'(?:[^']|'')*'(?:${sign}|$)`);
		const double = new RegExp(`(?:^|${sign})"`);
		const divided = lines.filter((line) => line.includes(delimiter));
		return {
			delimiter,
			enclosed: divided.filter((line) => enclosed.test(line)).length,
			double: divided.filter((line) => double.test(line)).length,
		};
	});
	const best = rated.sort((a, b) => b.enclosed - a.enclosed)[0];
	const isIt =
		best !== undefined &&
		best.enclosed >= 2 &&
		best.enclosed >= lines.length * LEAST_SHARE &&
		best.double <= lines.length * MOST_DOUBLE;
	return isIt ? best.delimiter : null;
}
