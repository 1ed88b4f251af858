import type { Estimate } from './Estimate.ts';
import { wilsonInterval } from './wilsonInterval.ts';

/**
 * Newcombe's hybrid score interval for the difference of two independent proportions, x1 / n1 - x0 / n0 (a share, 0.02 =
 * 2 percentage points): d - √((p1-l1)² + (u0-p0)²) to d + √((u1-p1)² + (p0-l0)²), l and u the Wilson bounds of each.
 *
 * Null if either group is empty. Defined for 0 and n events. Close to, but not exactly, dual to the score test: in border
 * cases the test can say less than .05 while this interval just touches 0.
 * Source: Newcombe 1998, method 10; statsmodels `confint_proportions_2indep(compare='diff', method='newcomb')`.
 */
export function newcombeDifference(x1: number, n1: number, x0: number, n0: number, level: number): Estimate | null {
	const first = bounded(x1, n1, level);
	const second = bounded(x0, n0, level);
	if (first === null || second === null) {
		return null;
	}
	const value = first.value - second.value;
	return {
		value,
		low: value - Math.hypot(first.value - first.low, second.high - second.value),
		high: value + Math.hypot(first.high - first.value, second.value - second.low),
		level,
	};
}

function bounded(x: number, n: number, level: number): { value: number; low: number; high: number } | null {
	const wilson = wilsonInterval(x, n, level);
	return wilson === null || wilson.low === null || wilson.high === null
		? null
		: { value: wilson.value, low: wilson.low, high: wilson.high };
}
