import { logChiSquareUpperTail } from '../../stats/logChiSquareUpperTail.ts';
import { logFUpperTail } from '../../stats/logFUpperTail.ts';
import { explained } from './Histogram.ts';
import type { Totals } from './Histogram.ts';

export type GroupTest = 'chi-square' | 'f';

/**
 * Natural logarithm of the p value of "these groups do not differ": Pearson's chi-square without continuity correction for a
 * yes-or-no outcome, the F test of a one-way analysis of variance for an amount. 0 (p = 1) where nothing varies, or where there is
 * nothing to judge by.
 */
export function logPOfGroups(groups: readonly Totals[], test: GroupTest): number {
	const whole = joined(groups);
	const between = groups.reduce((sum, group) => sum + explained(group), 0) - explained(whole);
	const degreesOfFreedom = groups.length - 1;
	const total = whole.squares - explained(whole);
	if (degreesOfFreedom < 1 || !(between > 0) || !(total > 1e-12 * whole.squares)) {
		return 0;
	}
	if (test === 'chi-square') {
		return logChiSquareUpperTail((between / total) * whole.rows, degreesOfFreedom);
	}
	// Groups without any spread of their own leave what rounding leaves.
	const within = Math.max(total * Number.EPSILON, total - between);
	const left = whole.rows - groups.length;
	return left < 1 ? 0 : logFUpperTail(between / degreesOfFreedom / (within / left), degreesOfFreedom, left);
}

/** Of an amount: one channel. */
export function joined(groups: readonly Totals[]): Totals {
	const sum = (of: (group: Totals) => number) => groups.reduce((total, group) => total + of(group), 0);
	return {
		rows: sum(({ rows }) => rows),
		sums: Float64Array.of(sum(({ sums }) => sums[0]!)),
		squares: sum(({ squares }) => squares),
	};
}
