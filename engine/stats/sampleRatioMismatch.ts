import { chiSquareUpperTail } from './chiSquareUpperTail.ts';

export interface SampleRatioMismatch {
	readonly chiSquare: number;
	readonly degreesOfFreedom: number;
	readonly p: number;
}

/**
 * Chi-square goodness of fit of the arms' sizes to the shares they should have: Σ (n_a - e_a)²/e_a, e_a = share_a·Σn,
 * on arms - 1 degrees of freedom. Customers must be deduplicated. `shares` need not sum to 1; they are taken in proportion.
 *
 * Null with fewer than two arms, no customers, or an expected size below 5, where chi-square does not hold. Where the
 * shares of a segment's test are those of the whole base (which contains the segment), the test is a little cautious.
 * Source: Pearson 1900; Fabijan et al. 2019; R `chisq.test(x, p = )`.
 */
export function sampleRatioMismatch(
	observed: readonly number[],
	shares: readonly number[],
): SampleRatioMismatch | null {
	if (observed.length !== shares.length) {
		throw new RangeError(`${observed.length} arms were given with ${shares.length} shares.`);
	}
	const total = observed.reduce((sum, n) => sum + n, 0);
	const allShares = shares.reduce((sum, share) => sum + share, 0);
	const expected = shares.map((share) => (total * share) / allShares);
	if (observed.length < 2 || !expected.every((size) => size >= 5)) {
		return null;
	}
	const chiSquare = observed.reduce((sum, n, arm) => {
		const size = expected[arm] ?? 0;
		return sum + (n - size) ** 2 / size;
	}, 0);
	const degreesOfFreedom = observed.length - 1;
	return { chiSquare, degreesOfFreedom, p: chiSquareUpperTail(chiSquare, degreesOfFreedom) };
}
