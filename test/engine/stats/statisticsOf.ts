import type { SufficientStatistics } from '../../../engine/stats/SufficientStatistics.ts';

/** Sufficient statistics of raw values, the slow and plain way, with sums that are right to the last bit. `y` defaults to 1 per customer, the centres to 0. */
export function statisticsOf(
	x: readonly number[],
	y: readonly number[] = x.map(() => 1),
	centerX = 0,
	centerY = 0,
): SufficientStatistics {
	const sum = (term: (x: number, y: number) => number): number =>
		compensatedSum(x.map((value, index) => term(value, y[index] ?? Number.NaN)));
	return {
		n: x.length,
		sumX: sum((value) => value),
		sumY: sum((_, other) => other),
		centerX,
		centerY,
		sumXX: sum((value) => (value - centerX) ** 2),
		sumYY: sum((_, other) => (other - centerY) ** 2),
		sumXY: sum((value, other) => (value - centerX) * (other - centerY)),
	};
}

/** Neumaier's summation: what each addition drops is summed apart. */
function compensatedSum(values: readonly number[]): number {
	let total = 0;
	let dropped = 0;
	for (const value of values) {
		const next = total + value;
		dropped += Math.abs(total) >= Math.abs(value) ? total - next + value : value - next + total;
		total = next;
	}
	return total + dropped;
}
