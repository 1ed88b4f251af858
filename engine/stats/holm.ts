/**
 * Holm's adjusted p-values, in the order given: sorted ascending, p_(i)·(m - i + 1), running maximum, at most 1.
 * Controls the chance of any false finding under every dependence. Nulls (no test) stay null and do not count in m; ties
 * get equal values. Source: Holm 1979; same as R `p.adjust(method = "holm")`.
 */
export function holm(pValues: readonly (number | null)[]): readonly (number | null)[] {
	const tested = [...pValues.entries()].filter((entry): entry is [number, number] => entry[1] !== null);
	tested.sort((a, b) => a[1] - b[1]);
	const adjusted: (number | null)[] = pValues.map(() => null);
	let largest = 0;
	for (const [rank, [index, p]] of tested.entries()) {
		largest = Math.max(largest, Math.min(1, p * (tested.length - rank)));
		adjusted[index] = largest;
	}
	return adjusted;
}
