import type { SourceValue } from './TableReader.ts';

/** The scanner takes a quoted value that is longer than this for a stray quote. */
export const MAX_VALUE_CHARACTERS = 250_000;
const MAX_SHOWN = 10_000;

/** Why a value cannot be put into text that the scanner reads back as it is; null where it can. */
export function faultOf(value: SourceValue): string | null {
	if (typeof value === 'string') {
		if (value.length > MAX_VALUE_CHARACTERS) {
			return `A value has ${value.length.toLocaleString('en')} characters; up to ${MAX_VALUE_CHARACTERS.toLocaleString('en')} are read.`;
		}
		if (value.includes('\0')) {
			return 'A text holds a character with code 0, which no table of text has.';
		}
	}
	return null;
}

/** Enough of a value to recognise it by, without what no text can hold. */
export function shownPart(value: SourceValue): SourceValue {
	return typeof value === 'string' ? value.slice(0, MAX_SHOWN).replaceAll('\0', '\uFFFD') : value;
}
