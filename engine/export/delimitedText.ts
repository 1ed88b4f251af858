const FORMULA_START = /^[=+\-@\t\r\n＝＋－＠]/;
const NEEDS_QUOTES = /["\r\n]/;

/**
 * One cell of text for delimited text. Text that a spreadsheet would run as a formula gets a leading apostrophe (OWASP);
 * numbers are written by the caller as numbers and never pass here.
 */
export function delimitedText(value: string, delimiter: string): string {
	const safe = FORMULA_START.test(value) ? `'${value}` : value;
	return NEEDS_QUOTES.test(safe) || safe.includes(delimiter) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
