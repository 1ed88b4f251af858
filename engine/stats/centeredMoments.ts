import { roundingFloor } from './roundingFloor.ts';
import type { SufficientStatistics } from './SufficientStatistics.ts';

/** Sums of squares and products about the group's own means. */
export interface CenteredMoments {
	readonly n: number;
	/** Σ(x - x̄)², Σ(y - ȳ)², Σ(x - x̄)(y - ȳ); 0 for n < 2. */
	readonly xx: number;
	readonly yy: number;
	readonly xy: number;
}

/**
 * Moves the second moments from the fixed centres to the group's means: Σ(x-x̄)² = Σ(x-c)² - (Σx - n·c)² / n.
 * A square that is smaller than the rounding of its own sum is 0: a group of equal values has no spread, rather than a
 * spread of 1e-12 that would make an interval look certain.
 */
export function centeredMoments(statistics: SufficientStatistics): CenteredMoments {
	const { n } = statistics;
	if (n < 2) {
		return { n, xx: 0, yy: 0, xy: 0 };
	}
	const offsetX = statistics.sumX - n * statistics.centerX;
	const offsetY = statistics.sumY - n * statistics.centerY;
	const xx = roundingFloor(statistics.sumXX - (offsetX * offsetX) / n, statistics.sumXX, n);
	const yy = roundingFloor(statistics.sumYY - (offsetY * offsetY) / n, statistics.sumYY, n);
	return { n, xx, yy, xy: xx === 0 || yy === 0 ? 0 : statistics.sumXY - (offsetX * offsetY) / n };
}
