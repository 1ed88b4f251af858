/** Customers by where they are in two states: cell = from * places of the second state + to. */
export interface FlowMatrix {
	readonly width: number;
	readonly people: Float64Array;
	/** Per amount the sum over the customers of each cell, in the amount's minor units. */
	readonly sums: readonly Float64Array[];
}

/**
 * One pass over the customers. Codes count the places of each state from 0. Amounts are values per customer; null counts as 0 for
 * everybody. Sums of whole numbers are exact below 2^53, so rows and columns add up to the cent.
 */
export function flowMatrix(
	before: { readonly codes: Uint8Array; readonly places: number },
	after: { readonly codes: Uint8Array; readonly places: number },
	amounts: readonly (ArrayLike<number> | null)[],
): FlowMatrix {
	const width = after.places;
	const people = new Float64Array(before.places * width);
	const sums = amounts.map(() => new Float64Array(people.length));
	const { codes } = after;
	for (let row = 0; row < codes.length; row++) {
		people[before.codes[row]! * width + codes[row]!]!++;
	}
	for (const [index, values] of amounts.entries()) {
		const into = sums[index]!;
		for (let row = 0; values !== null && row < codes.length; row++) {
			into[before.codes[row]! * width + codes[row]!]! += values[row]!;
		}
	}
	return { width, people, sums };
}
