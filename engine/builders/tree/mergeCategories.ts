import { joined, logPOfGroups } from './groupTest.ts';
import type { GroupTest } from './groupTest.ts';
import type { Totals } from './Histogram.ts';

/** Categories of one field that count as one. */
export interface CategoryGroup {
	/** Bins, "no value" among them. */
	readonly bins: readonly number[];
	/** Place among the other groups by value; null for a group of nothing but missing values. */
	readonly place: number | null;
	readonly totals: Totals;
}

export interface MergeSettings {
	readonly test: GroupTest;
	/** Only neighbours may be joined, but missing values with any. */
	readonly isOrdered: boolean;
	/** Groups are joined while the p value of the most alike two is above this. */
	readonly alpha: number;
	readonly minimumRows: number;
}

/**
 * CHAID's joining of categories that do not differ (Kass 1980, steps 1 and 2; step 3, splitting joined ones again, is left out as in
 * most software): the two most alike first, until all differ; then groups that are too small join the one most like them.
 */
export function mergeCategories(categories: readonly CategoryGroup[], settings: MergeSettings): CategoryGroup[] {
	const groups = [...categories];
	const logAlpha = Math.log(settings.alpha);
	const known = new Map<CategoryGroup, Map<CategoryGroup, number>>();
	const logP = (left: CategoryGroup, right: CategoryGroup): number => {
		const row = known.get(left) ?? new Map<CategoryGroup, number>();
		known.set(left, row);
		const found = row.get(right) ?? logPOfGroups([left.totals, right.totals], settings.test);
		row.set(right, found);
		return found;
	};
	const mostAlike = (isCandidate: (group: CategoryGroup) => boolean): { pair: Pair; logP: number } | null => {
		let best: { pair: Pair; logP: number } | null = null;
		for (const pair of joinable(groups, settings.isOrdered)) {
			const value = isCandidate(pair[0]) || isCandidate(pair[1]) ? logP(...pair) : -Infinity;
			if (value > (best?.logP ?? -Infinity)) {
				best = { pair, logP: value };
			}
		}
		return best;
	};
	for (let best = mostAlike(() => true); best && best.logP > logAlpha; best = mostAlike(() => true)) {
		join(groups, best.pair);
	}
	const isSmall = ({ totals }: CategoryGroup) => totals.rows < settings.minimumRows;
	for (let best = mostAlike(isSmall); best && groups.some(isSmall); best = mostAlike(isSmall)) {
		join(groups, best.pair);
	}
	return groups;
}

type Pair = readonly [CategoryGroup, CategoryGroup];

/** Ordered groups stand in the order of their values, the missing values (if any) at the end. */
function* joinable(groups: readonly CategoryGroup[], isOrdered: boolean): Generator<Pair> {
	for (const [index, left] of groups.entries()) {
		for (let other = index + 1; other < groups.length; other++) {
			const right = groups[other]!;
			if (!isOrdered || other === index + 1 || right.place === null) {
				yield [left, right];
			}
		}
	}
}

function join(groups: CategoryGroup[], [left, right]: Pair): void {
	groups[groups.indexOf(left)] = {
		bins: [...left.bins, ...right.bins],
		place: left.place ?? right.place,
		totals: joined([left.totals, right.totals]),
	};
	groups.splice(groups.indexOf(right), 1);
}
