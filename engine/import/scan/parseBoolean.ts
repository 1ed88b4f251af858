import { decodeMarks } from './decodeMarks.ts';

/** Words for true and false in English, German, French, Spanish and Italian, then in further languages, the pair of each on one line. */
const pairs: readonly (readonly [yes: string, no: string])[] = [
	['true', 'false'],
	['yes', 'no'],
	['t', 'f'],
	['y', 'n'],
	['on', 'off'],
	['wahr', 'falsch'],
	['ja', 'nein'],
	['j', 'n'],
	['vrai', 'faux'],
	['oui', 'non'],
	['v', 'f'],
	['o', 'n'],
	['verdadero', 'falso'],
	['sí', 'no'],
	['si', 'no'],
	['sì', 'no'],
	['s', 'n'],
	['vero', 'falso'],
	['sim', 'não'],
	['sim', 'nao'],
	['verdadeiro', 'falso'],
	['waar', 'onwaar'],
	['sann', 'falsk'],
	['sand', 'falsk'],
	['kyllä', 'ei'],
	['tak', 'nie'],
	['ano', 'ne'],
	['áno', 'nie'],
	['igen', 'nem'],
	['da', 'ne'],
	['da', 'nu'],
	['да', 'нет'],
	['так', 'ні'],
	['ναι', 'όχι'],
	['evet', 'hayır'],
	['.t.', '.f.'],
];

const values = new Map(pairs.flatMap(([yes, no]) => [[yes, 1] as const, [no, 0] as const]));
/** Byte lengths of the shortest and the longest word. */
const MAX_BYTES = 10;

/** 1 for a word that says yes, 0 for one that says no, in any case; NaN for anything else (0 and 1 are integers). */
export function parseBoolean(bytes: Uint8Array, start: number, end: number): number {
	let from = start;
	let to = end;
	while (from < to && bytes[from] === 32) {
		from++;
	}
	while (to > from && bytes[to - 1] === 32) {
		to--;
	}
	if (to - from > MAX_BYTES || to === from) {
		return NaN;
	}
	return wordValue(Buffer.from(bytes.buffer, bytes.byteOffset + from, to - from).toString('latin1'));
}

function wordValue(latin1: string): number {
	return values.get(latin1) ?? values.get(decodeMarks(latin1).toLowerCase()) ?? NaN;
}

/**
 * Whether values say yes and no rather than something else: words of the pairs, single letters only as both letters of one pair,
 * and not one word alone that is also a code of a country or the like.
 */
export function areBooleans(filled: readonly string[]): boolean {
	const wordOf = (value: string) => value.trim().toLowerCase();
	if (filled.length === 0 || !filled.every((value) => values.has(wordOf(value)))) {
		return false;
	}
	const words = [...new Set(filled.map(wordOf))];
	if (words.every((word) => word.length === 1)) {
		return words.length === 2 && pairs.some(([yes, no]) => words.includes(yes) && words.includes(no));
	}
	return words.length > 1 || !/^(?:no|si|on|off|sim|sand|sann|ei|nie|ano|ne|nem|da|nu)$/.test(words[0]!);
}
