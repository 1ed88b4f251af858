/**
 * Benjamini–Hochberg adjusted p-values, in the order given: sorted descending, p_(i)·m / i, running minimum, at most 1.
 * Controls the expected share of false findings among the findings, for independent or positively dependent tests. Nulls
 * (no test) stay null and do not count in m; ties get equal values.
 * Source: Benjamini and Hochberg 1995; same as R `p.adjust(method = "BH")`.
 */
export function benjaminiHochberg(pValues: readonly (number | null)[]): readonly (number | null)[] {
	const tested = [...pValues.entries()].filter((entry): entry is [number, number] => entry[1] !== null);
	tested.sort((a, b) => b[1] - a[1]);
	const adjusted: (number | null)[] = pValues.map(() => null);
	let smallest = 1;
	for (const [position, [index, p]] of tested.entries()) {
		smallest = Math.min(smallest, p * (tested.length / (tested.length - position)));
		adjusted[index] = smallest;
	}
	return adjusted;
}
