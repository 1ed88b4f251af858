/** Positions in `values` of a longest ascending subsequence (patience sorting, O(n log n)): what stays in place when the rest moves. */
export function longestRun(values: readonly number[]): number[] {
	const tails: number[] = [];
	const previous: number[] = [];
	for (const [index, value] of values.entries()) {
		let low = 0;
		let high = tails.length;
		while (low < high) {
			const middle = (low + high) >>> 1;
			if (values[tails[middle]!]! < value) {
				low = middle + 1;
			} else {
				high = middle;
			}
		}
		previous[index] = low === 0 ? -1 : tails[low - 1]!;
		tails[low] = index;
	}
	const run: number[] = [];
	for (let index = tails.at(-1) ?? -1; index >= 0; index = previous[index]!) {
		run.push(index);
	}
	return run.toReversed();
}
