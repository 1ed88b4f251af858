/** People and the sum of their outcome in each of several bins, in order. */
export interface Bins {
	readonly people: Float64Array;
	readonly sums: Float64Array;
}

/**
 * The cuts between bins that make the groups differ most in their mean outcome: the sum of squares between groups is as great as it can
 * be, found exactly by dynamic programming (Fisher, On grouping for maximum homogeneity, JASA 53, 1958; for yes and no it is the split
 * with the least Gini impurity). At most `parts` groups, as many as can have at least `least` people each. Gives for each cut the number
 * of bins before it; no cuts when not even two groups can have enough people. Of equally good cuts the first.
 */
export function bestCuts({ people, sums }: Bins, parts: number, least: number): number[] {
	const bins = people.length;
	const count = running(people);
	const total = running(sums);
	/** Best sum of squares of the first `end` bins in some number of groups, and the start of the last of them. */
	let best = Float64Array.from({ length: bins + 1 }, (_, end) => (end === 0 ? 0 : -Infinity));
	const starts: Int32Array[] = [];
	let groups = 0;
	for (let group = 1; group <= parts; group++) {
		const next = new Float64Array(bins + 1).fill(-Infinity);
		const from = new Int32Array(bins + 1);
		for (let end = 1; end <= bins; end++) {
			for (let start = 0; start < end; start++) {
				const size = count[end]! - count[start]!;
				if (size < least || size === 0 || best[start] === -Infinity) {
					continue;
				}
				const value = best[start]! + (total[end]! - total[start]!) ** 2 / size;
				if (value > next[end]!) {
					next[end] = value;
					from[end] = start;
				}
			}
		}
		if (next[bins] === -Infinity) {
			break;
		}
		starts.push(from);
		best = next;
		groups = group;
	}
	const cuts: number[] = [];
	for (let group = groups - 1, end = bins; group > 0; group--) {
		end = starts[group]![end]!;
		cuts.unshift(end);
	}
	return cuts;
}

function running(values: Float64Array): Float64Array {
	const sums = new Float64Array(values.length + 1);
	values.forEach((value, index) => (sums[index + 1] = sums[index]! + value));
	return sums;
}
