import { delimitedText } from './delimitedText.ts';

/** One cell of text for a CSV file; see delimitedText. */
export function csvText(value: string): string {
	return delimitedText(value, ',');
}
