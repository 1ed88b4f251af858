import type { AllowedBins, BinnedField } from './BinnedField.ts';
import { joined, logPOfGroups } from './groupTest.ts';
import type { GroupTest } from './groupTest.ts';
import { addBin, emptyTotals, explained } from './Histogram.ts';
import type { Histogram } from './Histogram.ts';
import { logGroupings } from './logGroupings.ts';
import { mergeCategories } from './mergeCategories.ts';
import type { CategoryGroup } from './mergeCategories.ts';
import type { Split } from './Split.ts';

/** Numbers and dates are cut into at most this many categories. */
const MAX_CATEGORIES = 10;
/** Of labels the most frequent are a category each, all others one more: joining takes the cube of their number. */
export const MAX_CHAID_LABELS = 50;

export interface ChaidSettings {
	readonly test: GroupTest;
	readonly minimumRows: number;
	readonly alphaMerge: number;
	readonly alphaSplit: number;
}

/**
 * Categories of an ordered field, as one entry per bin: its values where there are at most ten, otherwise tenths of the customers
 * from whom the whole tree learns. Labels are a category each, the rarest ones one together.
 */
export function chaidCategories({ words, bins }: BinnedField, root: Histogram): readonly number[] {
	const all = [...Array(bins).keys()];
	if (words.kind === 'labels') {
		return all.map((bin) => Math.min(bin, MAX_CHAID_LABELS));
	}
	if (words.kind === 'boolean' || bins <= MAX_CATEGORIES) {
		return all;
	}
	const total = all.reduce((sum, bin) => sum + root.rows[bin]!, 0);
	let before = 0;
	return all.map((bin) => {
		const middle = before + root.rows[bin]! / 2;
		before += root.rows[bin]!;
		return Math.min(MAX_CATEGORIES - 1, Math.floor((MAX_CATEGORIES * middle) / total));
	});
}

/**
 * The division of a node into as many groups as differ, by one field, with its p value adjusted for the number of ways in which the
 * categories could have been joined; null where that is not significant. Missing values are a category of their own, which may join
 * any other. Kass 1980.
 */
export function findChaidSplit(
	field: BinnedField,
	histogram: Histogram,
	categoryOfBin: readonly number[],
	settings: ChaidSettings,
): Split | null {
	const categories = categoriesOf(field, histogram, categoryOfBin);
	const isOrdered = field.words.kind !== 'labels';
	const { test, minimumRows, alphaMerge: alpha, alphaSplit } = settings;
	const groups = mergeCategories(categories, { test, isOrdered, alpha, minimumRows });
	if (groups.length < 2) {
		return null;
	}
	const hasMissing = categories.some(({ place }) => place === null);
	const kind = isOrdered ? (hasMissing ? 'floating' : 'ordered') : 'free';
	const totals = groups.map((group) => group.totals);
	const logP = Math.min(0, logPOfGroups(totals, test) + logGroupings(categories.length, groups.length, kind));
	if (logP > Math.log(alphaSplit)) {
		return null;
	}
	const gain = totals.reduce((sum, group) => sum + explained(group), 0) - explained(joined(totals));
	return { field, parts: partsOf(field, groups), gain, logP };
}

/** Those that have rows, in order of their values, missing values last. */
function categoriesOf(field: BinnedField, histogram: Histogram, categoryOfBin: readonly number[]): CategoryGroup[] {
	const byCategory = new Map<number | null, number[]>();
	for (let bin = 0; bin <= field.bins; bin++) {
		if (histogram.rows[bin]! > 0) {
			const category = bin === field.bins ? null : categoryOfBin[bin]!;
			byCategory.set(category, [...(byCategory.get(category) ?? []), bin]);
		}
	}
	return [...byCategory].map(([place, bins]) => {
		const totals = emptyTotals(1);
		for (const bin of bins) {
			addBin(totals, histogram, bin);
		}
		return { bins, place, totals };
	});
}

/**
 * Bins without rows: of ordered fields with the values below them (the lowest with those above); labels with the longest list, so that the
 * others can be written out; missing values with the largest group.
 */
function partsOf(field: BinnedField, groups: readonly CategoryGroup[]): readonly AllowedBins[] {
	const owner = new Int32Array(field.bins + 1).fill(-1);
	for (const [group, { bins }] of groups.entries()) {
		for (const bin of bins) {
			owner[bin] = group;
		}
	}
	const most = (of: (group: CategoryGroup) => number) =>
		groups.reduce((best, group, index) => (of(group) > of(groups[best]!) ? index : best), 0);
	const longest = most(({ bins }) => bins.length);
	if (owner[field.bins] === -1) {
		owner[field.bins] = most(({ totals }) => totals.rows);
	}
	let previous = owner.subarray(0, field.bins).find((group) => group !== -1) ?? 0;
	for (let bin = 0; bin < field.bins; bin++) {
		if (owner[bin] === -1) {
			owner[bin] = field.words.kind === 'labels' ? longest : previous;
		}
		previous = owner[bin]!;
	}
	return groups.map((_, group) => Uint8Array.from(owner, (of) => (of === group ? 1 : 0)));
}
