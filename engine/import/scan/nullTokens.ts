/**
 * Texts that mean "no value", quoted or not, in every column: nothing at all, `NULL` `null` `NA` `N/A` `#N/A`.
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
