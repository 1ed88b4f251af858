import { normalTwoSided } from './normal.ts';
import { ratioScore } from './ratioScore.ts';
import { requireCounts } from './requireCounts.ts';

export interface ScoreTest {
	/** Positive where the first group's rate is higher. */
	readonly z: number;
	/** Two-sided. */
	readonly p: number;
}

/**
 * Score test of equal proportions: z = (p1 - p0) / √(p̄(1-p̄)(1/n1 + 1/n0)·N/(N-1)), p̄ the pooled rate. The test that
 * belongs to the Miettinen–Nurminen interval; without N/(N-1) it is the usual pooled z (and χ²) test.
 *
 * Null if a group is empty, or if nobody or everybody had the event (0/0). Asymptotic: below 5 events use Fisher.
 * Source: Miettinen and Nurminen 1985; statsmodels `test_proportions_2indep(compare='ratio', method='score')`.
 */
export function scoreTest(x1: number, n1: number, x0: number, n0: number): ScoreTest | null {
	requireCounts(x1, n1);
	requireCounts(x0, n0);
	const events = x1 + x0;
	if (n1 === 0 || n0 === 0 || events === 0 || events === n1 + n0) {
		return null;
	}
	const z = ratioScore(x1, n1, x0, n0, 1);
	return { z, p: normalTwoSided(z) };
}
