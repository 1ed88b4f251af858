import { NULL_TOKENS } from '../scan/nullTokens.ts';
import type { SourceValue } from './TableReader.ts';

/**
 * The text into which every table that is not delimited text is put before it is scanned (RFC 4180): UTF-8, a header, commas,
 * quotes where they are needed, one line feed after each record. An empty field is a null. A text that the scanner would
 * take for "no value" is quoted, which makes it text.
 */

const NEEDS_QUOTES = /[",\r\n]/;
/** Words for "no value" that some reader or other takes for such; quoting one too many costs nothing. */
const NULL_WORD = /^(?:null|nil|none|na|n\/a|#n\/a|nan|#?nv|k\.?a\.?|-+|—|–|\.|\?|\\n|#null!|missing|void)$/i;
const LONGEST_NULL_WORD = Math.max(8, ...NULL_TOKENS.map((token) => token.length));

/** A field of text: quoted only where a delimiter, a quote or a line break demands it. */
export function quoteText(text: string): string {
	return NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A value as a field. Numbers that are none (NaN) are nulls. */
export function canonicalField(value: SourceValue): string {
	if (typeof value === 'string') {
		return value.length <= LONGEST_NULL_WORD ? shortField(value) : quoteText(value);
	}
	if (typeof value === 'number') {
		return Number.isNaN(value) ? '' : Object.is(value, -0) ? '0' : String(value);
	}
	return value === null ? '' : typeof value === 'object' ? isoOf(value) : String(value);
}

/** Fields of short texts that were written before: labels come again with every row. */
const knownFields = new Map<string, string>();
const MAX_KNOWN_FIELDS = 10_000;

function shortField(text: string): string {
	const known = knownFields.get(text);
	if (known !== undefined) {
		return known;
	}
	const field = isNullWord(text) ? `"${text}"` : quoteText(text);
	if (knownFields.size < MAX_KNOWN_FIELDS) {
		knownFields.set(text, field);
	}
	return field;
}

/** A record with its line break. A lone null is written as quotes, since a blank line is no record. */
export function canonicalRecord(values: readonly SourceValue[]): string {
	let record = canonicalField(values[0] ?? null);
	for (let column = 1; column < values.length; column++) {
		record += `,${canonicalField(values[column] ?? null)}`;
	}
	return record === '' ? '""\n' : `${record}\n`;
}

/** Digits are no words, and the most frequent of short texts. */
function isNullWord(text: string): boolean {
	const first = text.charCodeAt(0);
	return !(first >= 48 && first <= 57) && text !== '' && (NULL_WORD.test(text) || NULL_TOKENS.includes(text));
}

/** A day that does not exist (a Date without a time) stays visible as text and ends in quarantine. */
function isoOf(date: Date): string {
	return Number.isNaN(date.getTime()) ? 'Invalid date' : date.toISOString();
}
