import { isUtf8 } from 'node:buffer';

const windows1252 = new TextDecoder('windows-1252');
const spaces = /[\u00a0\u2007\u2009\u202f]/g;
const minuses = /[\u2012\u2013\u2212\uff0d]/g;
const apostrophes = /[\u2018\u2019\u02bc\u00b4]/g;

/**
 * A trimmed text with plain spaces, minus signs and apostrophes. The import threads hand over bytes as latin1; such a text is turned
 * into what it says first, as UTF-8 where it is, else as windows-1252. A text that is decoded already stays as it is.
 */
export function decodeMarks(text: string): string {
	const trimmed = text.trim();
	if (!/[\u0080-\uffff]/.test(trimmed)) {
		return trimmed;
	}
	let decoded = trimmed;
	if (!/[\u0100-\uffff]/.test(trimmed)) {
		const bytes = Buffer.from(text, 'latin1');
		decoded = isUtf8(bytes) ? bytes.toString('utf8') : windows1252.decode(bytes);
	}
	return decoded.replace(spaces, ' ').replace(minuses, '-').replace(apostrophes, "'").trim();
}
