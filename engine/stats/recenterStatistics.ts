import type { SufficientStatistics } from './SufficientStatistics.ts';

/**
 * The same group with its second moments about another centre:
 * Σ(x-c')(y-d') = Σ(x-c)(y-d) + (c-c')·Σ(y-d) + (d-d')·Σ(x-c) + n·(c-c')(d-d').
 * Digits are lost when the new centre is much further from the data than the data are spread.
 */
export function recenterStatistics(
	statistics: SufficientStatistics,
	centerX: number,
	centerY: number,
): SufficientStatistics {
	const { n } = statistics;
	const shiftX = statistics.centerX - centerX;
	const shiftY = statistics.centerY - centerY;
	const offsetX = statistics.sumX - n * statistics.centerX;
	const offsetY = statistics.sumY - n * statistics.centerY;
	return {
		...statistics,
		centerX,
		centerY,
		sumXX: statistics.sumXX + shiftX * (2 * offsetX + n * shiftX),
		sumYY: statistics.sumYY + shiftY * (2 * offsetY + n * shiftY),
		sumXY: statistics.sumXY + shiftX * offsetY + shiftY * offsetX + n * shiftX * shiftY,
	};
}
