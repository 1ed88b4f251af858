/** The usual reading of the index: below 0.1 no shift, above 0.25 another population (Siddiqi, Credit Risk Scorecards, 2006). */
export const [NO_SHIFT, SHIFT] = [0.1, 0.25] as const;

/**
 * Population stability index PSI = Σ (a - e)·ln(a / e) over the shares e of the expected and a of the actual counts, group by group:
 * 0 where the shares are equal, symmetric in the two. Each count has half a unit more, so that an empty group has a finite share.
 * Both lists have the groups in the same order. Null where either counts nobody.
 */
export function populationStability(expected: readonly number[], actual: readonly number[]): number | null {
	const total = (counts: readonly number[]) => counts.reduce((sum, count) => sum + count, 0);
	const [expectedTotal, actualTotal] = [total(expected), total(actual)];
	if (expectedTotal === 0 || actualTotal === 0) {
		return null;
	}
	const shareOf = (count: number, all: number) => (count + 0.5) / (all + expected.length / 2);
	return expected.reduce((sum, count, group) => {
		const [e, a] = [shareOf(count, expectedTotal), shareOf(actual[group] ?? 0, actualTotal)];
		return sum + (a - e) * Math.log(a / e);
	}, 0);
}
