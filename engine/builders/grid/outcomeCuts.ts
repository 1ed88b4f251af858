import { cutAfter, type Cut, type OrderedField } from '../ordered/OrderedField.ts';
import type { ValueCounts } from '../ordered/valueCounts.ts';
import { bestCuts } from './bestCuts.ts';
import { hasOutcome, type OutcomeValues } from './outcomeValues.ts';

/** More different values are first put together into so many bins of about as many people. */
export const OUTCOME_BINS = 256;

/** Cuts of an ordered field by an outcome; see bestCuts. Values that are equal always stay together. */
export function outcomeCuts(
	field: OrderedField,
	{ values, counts, total }: ValueCounts,
	outcome: OutcomeValues,
	isCounted: Uint8Array,
	wanted: { readonly parts: number; readonly minimumShare: number },
): Cut[] {
	/** Bin of each different value, and the last value of each bin. */
	const bins = new Uint16Array(values.length);
	const lastOf: number[] = [];
	const size = values.length <= OUTCOME_BINS ? 0 : total / OUTCOME_BINS;
	let inBin = 0;
	for (let index = 0; index < values.length; index++) {
		bins[index] = lastOf.length;
		inBin += counts[index]!;
		if (inBin >= size || index === values.length - 1) {
			lastOf.push(index);
			inBin = 0;
		}
	}
	const found = { people: new Float64Array(lastOf.length), sums: new Float64Array(lastOf.length) };
	const stored = field.column.values;
	let known = 0;
	for (let row = 0; row < stored.length; row++) {
		if (isCounted[row] === 1 && hasOutcome(outcome, row)) {
			const bin = bins[placeOf(values, stored[row]!)]!;
			found.people[bin]!++;
			found.sums[bin]! += outcome.values[row]!;
			known++;
		}
	}
	return bestCuts(found, wanted.parts, wanted.minimumShare * known).map((before) => {
		const last = lastOf[before - 1]!;
		return cutAfter(field, values[last]!, values[last + 1]!);
	});
}

/** Where a value stands among the ascending ones. */
function placeOf(values: Float64Array, value: number): number {
	let low = 0;
	let high = values.length - 1;
	while (low < high) {
		const middle = (low + high) >> 1;
		if (values[middle]! < value) {
			low = middle + 1;
		} else {
			high = middle;
		}
	}
	return low;
}
