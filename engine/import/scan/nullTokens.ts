import { NULL_TOKENS, VALUE_NULLS } from '#shared/model/nullWords.ts';

export { NULL_TOKENS } from '#shared/model/nullWords.ts';

const longest = Math.max(...NULL_TOKENS.map(({ length }) => length));
/** First bytes of the words. */
const isFirstByte = new Uint8Array(256);
for (const word of NULL_TOKENS) {
	if (word !== '') {
		isFirstByte[word.charCodeAt(0)] = 1;
	}
}
const tokens = new Set(NULL_TOKENS);
const valueNulls = new Set(VALUE_NULLS.flatMap((word) => [word, Buffer.from(word).toString('latin1')]));

export function isNullField(bytes: Uint8Array, start: number, end: number): boolean {
	const length = end - start;
	if (length === 0) {
		return true;
	}
	if (length > longest || isFirstByte[bytes[start]!] === 0) {
		return false;
	}
	return tokens.has(String.fromCharCode(...bytes.subarray(start, end)));
}

/** The same for text columns. The byte before a quoted field is its quote. */
export function isNullText(bytes: Uint8Array, start: number, end: number): boolean {
	return end === start || (isNullField(bytes, start, end) && bytes[start - 1] !== 34);
}

/** For texts as they stand: nothing, and the bare word by which databases write that there is no value. */
export function isBareNull(bytes: Uint8Array, start: number, end: number): boolean {
	return (
		end === start ||
		(end - start === 4 &&
			bytes[start] === 78 &&
			bytes[start - 1] !== 34 &&
			String.fromCharCode(...bytes.subarray(start, end)) === 'NULL')
	);
}

/** The same for columns of numbers, dates, times, and of yes and no; spaces around the word are fine. */
export function isNullValue(bytes: Uint8Array, start: number, end: number): boolean {
	if (end === start) {
		return true;
	}
	const first = bytes[start]! - 48;
	const mayBeNull = first >>> 0 > 9 ? end - start <= 12 : first === 0 && bytes[start + 1] === 48 && end - start >= 10;
	return mayBeNull && isNullWord(String.fromCharCode(...bytes.subarray(start, end)));
}

/** Whether a text is no value where a number, a date or yes and no is expected. */
export function isNullWord(text: string): boolean {
	return text === '' || valueNulls.has(text.trim());
}
