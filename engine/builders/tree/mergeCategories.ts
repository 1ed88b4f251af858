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
 * most software): the two most alike first, until all differ; then groups that are too small join the one most like them. Ordered
 * categories come in the order of their values, missing ones (if any) last.
 */
export function mergeCategories(categories: readonly CategoryGroup[], settings: MergeSettings): CategoryGroup[] {
	const groups = new GroupList(categories, settings);
	const logAlpha = Math.log(settings.alpha);
	for (let pair = groups.mostAlike(false); pair && pair.logP > logAlpha; pair = groups.mostAlike(false)) {
		groups.join(pair);
	}
	for (let pair = groups.mostAlike(true); pair; pair = groups.mostAlike(true)) {
		groups.join(pair);
	}
	return groups.groups;
}

interface Pair {
	/** Places in the list, the first one lower. */
	readonly first: number;
	readonly second: number;
	readonly logP: number;
}

/** Groups with the p values of their pairs, each worked out once: a pair comes again at every joining of others. */
class GroupList {
	readonly groups: CategoryGroup[];
	/** Row of each group in the table of p values; a joined group gets a new one. */
	readonly #rows: number[];
	readonly #known: Float64Array;
	readonly #width: number;
	#rowsUsed: number;
	readonly #settings: MergeSettings;

	constructor(categories: readonly CategoryGroup[], settings: MergeSettings) {
		this.groups = [...categories];
		this.#rows = [...categories.keys()];
		this.#rowsUsed = categories.length;
		this.#width = 2 * categories.length;
		this.#known = new Float64Array(this.#width * this.#width).fill(Number.NaN);
		this.#settings = settings;
	}

	/** Null where nothing may be joined. */
	mostAlike(isOneSmall: boolean): Pair | null {
		const { groups } = this;
		const isSmall = groups.map(({ totals }) => totals.rows < this.#settings.minimumRows);
		let best: Pair | null = null;
		for (let first = 0; first < groups.length; first++) {
			for (let second = first + 1; second < groups.length; second++) {
				const mayJoin = !this.#settings.isOrdered || second === first + 1 || groups[second]!.place === null;
				if (mayJoin && (!isOneSmall || isSmall[first] || isSmall[second])) {
					const logP = this.#logP(first, second);
					best = best === null || logP > best.logP ? { first, second, logP } : best;
				}
			}
		}
		return best;
	}

	join({ first, second }: Pair): void {
		const [left, right] = [this.groups[first]!, this.groups[second]!];
		this.groups[first] = {
			bins: [...left.bins, ...right.bins],
			place: left.place ?? right.place,
			totals: joined([left.totals, right.totals]),
		};
		this.#rows[first] = this.#rowsUsed++;
		this.groups.splice(second, 1);
		this.#rows.splice(second, 1);
	}

	#logP(first: number, second: number): number {
		const at = this.#rows[first]! * this.#width + this.#rows[second]!;
		const known = this.#known[at]!;
		if (!Number.isNaN(known)) {
			return known;
		}
		return (this.#known[at] = logPOfGroups(
			[this.groups[first]!.totals, this.groups[second]!.totals],
			this.#settings.test,
		));
	}
}
