import type { SufficientStatistics } from '../../stats/SufficientStatistics.ts';
import type { MeasureMatrix } from './MeasureMatrix.ts';
import { productIn, sumIn } from './RunShape.ts';

/** A column of the matrix. */
export type Slot = number;

/** Two columns whose products are summed: numerator and denominator. */
export type SlotPair = readonly [Slot, Slot];

/** The sums of one group (a run, see RunShape) for one pair of columns, in major units: money in the currency, not in cents. */
export function statisticsAt(matrix: MeasureMatrix, sums: Float64Array, [x, y]: SlotPair): SufficientStatistics {
	const sumXY = productIn(matrix, sums, x, y) / (unitOf(matrix, x) * unitOf(matrix, y));
	const [left, right] = [momentsOf(matrix, sums, x), momentsOf(matrix, sums, y)];
	return {
		n: sums[0]!,
		sumX: left.sum,
		sumY: right.sum,
		centerX: left.center,
		centerY: right.center,
		sumXX: left.squares,
		sumYY: right.squares,
		sumXY,
	};
}

/** The sums of one column, over customers: y is 1 for everybody. */
export function statisticsOfColumn(matrix: MeasureMatrix, sums: Float64Array, column: Slot): SufficientStatistics {
	const n = sums[0]!;
	const { sum, center, squares } = momentsOf(matrix, sums, column);
	return { n, sumX: sum, sumY: n, centerX: center, centerY: 1, sumXX: squares, sumYY: 0, sumXY: 0 };
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

function momentsOf(matrix: MeasureMatrix, sums: Float64Array, column: number) {
	const unit = unitOf(matrix, column);
	const center = matrix.centers[column]!;
	return {
		sum: (sumIn(matrix, sums, column) + sums[0]! * center) / unit,
		center: center / unit,
		squares: productIn(matrix, sums, column, column) / (unit * unit),
	};
}

function unitOf({ scales }: MeasureMatrix, column: number): number {
	return 10 ** scales[column]!;
}
