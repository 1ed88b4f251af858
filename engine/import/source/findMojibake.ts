/** UTF-8 that was once read as windows-1252 and written again: what two-byte letters and typographic signs turn into. */
const GARBLED =
	/\u00c3[\u0080-\u00bf\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u017d\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u017e\u0178]|\u00e2\u20ac[\u0153\u201d\u2122\u201c\u0098\u009d\u00a6]|\u00e2\u201a\u00ac|\u00c2[\u00a0-\u00bf]/;

/**
 * A sentence about texts that were garbled before the file was written, with an example; null where none is. They are loaded
 * as they stand: nobody can tell for sure what they were.
 */
export function findMojibake(rows: readonly (readonly string[])[]): string | null {
	let found = 0;
	let example = '';
	for (const row of rows) {
		for (const text of row) {
			if (GARBLED.test(text)) {
				found++;
				example ||= text.slice(0, 40);
			}
		}
	}
	return found === 0
		? null
		: `Some texts were garbled before this file was written, such as "${example}"${repaired(example)}. They are loaded as they stand; ask for an export in UTF-8.`;
}

/** What the example most likely was. */
function repaired(text: string): string {
	const bytes = Array.from(text, (letter) => windows1252.get(letter) ?? letter.charCodeAt(0));
	if (bytes.some((byte) => byte > 255)) {
		return '';
	}
	const original = new TextDecoder().decode(Uint8Array.from(bytes));
	return original.includes('\uFFFD') || original === text ? '' : ` (probably "${original}")`;
}

const windows1252 = new Map(
	Array.from({ length: 256 }, (_, byte) => [new TextDecoder('windows-1252').decode(Uint8Array.of(byte)), byte]),
);
