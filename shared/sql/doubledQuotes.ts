/** As in standard SQL: the quote itself is written twice, nothing else means anything. */
export function doubledQuotes(value: string, quote: '"' | "'"): string {
	return quote + value.replaceAll(quote, quote + quote) + quote;
}
