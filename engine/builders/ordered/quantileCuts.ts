import { cutAfter, type Cut, type OrderedField } from './OrderedField.ts';
import type { ValueCounts } from './valueCounts.ts';

/**
 * Cuts into `parts` groups of about as many people each: the k-th is the smallest value that at least k / parts of the people do not
 * exceed (the inverse of the empirical distribution: R's quantile type 1, numpy's `inverted_cdf`). A cut is a value that occurs, and
 * equal values always lie on one side, so that groups differ in size where many share a value; two cuts can be equal. Always
 * parts - 1 cuts, none without people.
 */
export function quantileCuts(field: OrderedField, { values, counts, total }: ValueCounts, parts: number): Cut[] {
	const cuts: Cut[] = [];
	let reached = 0;
	for (let index = 0; index < values.length; index++) {
		reached += counts[index]!;
		while (cuts.length < parts - 1 && reached * parts >= (cuts.length + 1) * total) {
			cuts.push(cutAfter(field, values[index]!, values[index + 1] ?? Infinity));
		}
	}
	return cuts;
}
