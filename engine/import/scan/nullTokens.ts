/**
 * Texts that mean "no value": nothing at all, `NULL` `null` `NA` `N/A` `#N/A`. In text columns a quoted word of these is
 * that word (a quoted nothing is still no value); in all other columns, and in the customer key, quotes make no difference.
 */
export const NULL_TOKENS: readonly string[] = ['', 'NULL', 'null', 'NA', 'N/A', '#N/A'];

export function isNullField(bytes: Uint8Array, start: number, end: number): boolean {
	const length = end - start;
	if (length === 0) {
		return true;
	}
	const first = bytes[start];
	if (length > 4 || length === 1 || (first !== 78 && first !== 110 && first !== 35)) {
		return false;
	}
	return NULL_TOKENS.includes(String.fromCharCode(...bytes.subarray(start, end)));
}

/** The same for text columns. The byte before a quoted field is its quote. */
export function isNullText(bytes: Uint8Array, start: number, end: number): boolean {
	return end === start || (isNullField(bytes, start, end) && bytes[start - 1] !== 34);
}
