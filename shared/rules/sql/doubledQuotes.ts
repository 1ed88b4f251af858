import { plainText } from './plainText.ts';

/** As in standard SQL: the quote itself is written twice, nothing else means anything. */
export function doubledQuotes(value: string, quote: '"' | "'"): string {
	return quote + plainText(value).replaceAll(quote, quote + quote) + quote;
}
