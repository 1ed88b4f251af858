import type { SufficientStatistics } from '../../stats/SufficientStatistics.ts';
import { lanesOf, type MeasureMatrix } from './MeasureMatrix.ts';

/** A column of the matrix: the numerator (x) or denominator (y) of a pair. */
export interface Slot {
	readonly pair: number;
	readonly side: 'x' | 'y';
}

/** The sums of one group (a run of `strideOf(pairs)` values) for one pair, in major units: money in the currency, not in cents. */
export function statisticsAt(matrix: MeasureMatrix, sums: Float64Array, pair: number): SufficientStatistics {
	const { centers, scales } = matrix;
	const n = sums[0]!;
	const lanes = lanesOf(matrix.pairs);
	const slot = 2 + pair;
	const centerX = centers[2 * pair]!;
	const centerY = centers[2 * pair + 1]!;
	const unitX = 10 ** scales[2 * pair]!;
	const unitY = 10 ** scales[2 * pair + 1]!;
	return {
		n,
		sumX: (sums[slot]! + n * centerX) / unitX,
		sumY: (sums[slot + lanes]! + n * centerY) / unitY,
		centerX: centerX / unitX,
		centerY: centerY / unitY,
		sumXX: sums[slot + 2 * lanes]! / (unitX * unitX),
		sumYY: sums[slot + 3 * lanes]! / (unitY * unitY),
		sumXY: sums[slot + 4 * lanes]! / (unitX * unitY),
	};
}

/** The sums of one column, over customers: y is 1 for everybody. */
export function statisticsOfColumn(
	matrix: MeasureMatrix,
	sums: Float64Array,
	{ pair, side }: Slot,
): SufficientStatistics {
	const both = statisticsAt(matrix, sums, pair);
	const { n } = both;
	const [sumX, centerX, sumXX] =
		side === 'x' ? [both.sumX, both.centerX, both.sumXX] : [both.sumY, both.centerY, both.sumYY];
	return { n, sumX, sumY: n, centerX, centerY: 1, sumXX, sumYY: 0, sumXY: 0 };
}

/**
 * Leaves out the customers for whom x and y are both 0; `units` is how many remain. Each of those left out had added
 * exactly the squares of the centres.
 */
export function withoutZeros(statistics: SufficientStatistics, units: number): SufficientStatistics {
	const { centerX, centerY } = statistics;
	const left = statistics.n - units;
	return {
		...statistics,
		n: units,
		sumXX: statistics.sumXX - left * centerX * centerX,
		sumYY: statistics.sumYY - left * centerY * centerY,
		sumXY: statistics.sumXY - left * centerX * centerY,
	};
}
