import { plainText } from './plainText.ts';

const names: ReadonlyMap<string, string> = new Map([
	['\n', '\\n'],
	['\r', '\\r'],
	['\t', '\\t'],
]);

/** For databases in whose texts a backslash means something: it, the quote and line ends are written with one. */
export function backslashText(value: string, quote: "'" | '`'): string {
	const written = plainText(value).replaceAll(/[\\'`\n\r\t]/g, (letter) =>
		letter === '\\' || letter === quote ? `\\${letter}` : (names.get(letter) ?? letter),
	);
	return quote + written + quote;
}
