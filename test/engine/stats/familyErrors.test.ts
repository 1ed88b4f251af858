import { expect, test } from 'vitest';
import { correctedComparisons, type CorrectionMethod } from '../../../engine/stats/correctedComparisons.ts';
import { welch } from '../../../engine/stats/welch.ts';
import { randomDraws } from './randomDraws.ts';

const runs = 1000;

/** Estimates with standard error 1 around the given true values, compared with an exactly known baseline of 0. */
function simulate(truths: readonly number[], method: CorrectionMethod, seed: number) {
	const { normal } = randomDraws(seed);
	const sums = { anyFalse: 0, falseShare: 0, missedShare: 0, found: 0, raw: 0 };
	for (let run = 0; run < runs; run++) {
		const estimates = truths.map((truth) => ({ value: truth + normal(), variance: 1, n: 1e6 }));
		const baseline = { value: 0, variance: null, n: 1e6 };
		const pValues = estimates.map((estimate) => welch(estimate, baseline, 0.95)?.p ?? null);
		const decisions = correctedComparisons(pValues, 0.95, method);
		const found = decisions.flatMap(({ isSignificant, level }, index) => {
			const estimate = estimates[index];
			const truth = truths[index] ?? 0;
			const interval = isSignificant && estimate ? welch(estimate, baseline, level)?.difference : undefined;
			return interval ? [{ truth, isMissed: !((interval.low ?? 0) <= truth && truth <= (interval.high ?? 0)) }] : [];
		});
		const falseOnes = found.filter(({ truth }) => truth === 0).length;
		sums.anyFalse += falseOnes > 0 ? 1 : 0;
		sums.falseShare += found.length > 0 ? falseOnes / found.length : 0;
		sums.missedShare += found.length > 0 ? found.filter(({ isMissed }) => isMissed).length / found.length : 0;
		sums.found += found.length;
		sums.raw += pValues.some((p) => p !== null && p < 0.05) ? 1 : 0;
	}
	return {
		anyFalse: sums.anyFalse / runs,
		falseShare: sums.falseShare / runs,
		missedShare: sums.missedShare / runs,
		found: sums.found / runs,
		raw: sums.raw / runs,
	};
}

test('with nothing real among 40 comparisons a finding is almost certain raw and rare corrected', () => {
	const nothing = Array.from({ length: 40 }, () => 0);
	for (const method of ['holm', 'benjamini-hochberg'] as const) {
		const { anyFalse, raw } = simulate(nothing, method, 11);
		expect(raw).toBeGreaterThan(0.8);
		expect(anyFalse).toBeGreaterThan(0.03);
		expect(anyFalse).toBeLessThan(0.068);
	}
});

test('with 8 real effects among 20, Holm bounds any false finding, Benjamini–Hochberg their share, and finds more', () => {
	const mixed = Array.from({ length: 20 }, (_, index) => (index < 8 ? 3 : 0));
	const holm = simulate(mixed, 'holm', 12);
	const exploratory = simulate(mixed, 'benjamini-hochberg', 12);
	expect(holm.anyFalse).toBeLessThan(0.065);
	expect(exploratory.anyFalse).toBeGreaterThan(0.08);
	expect(exploratory.falseShare).toBeLessThan(0.04);
	expect(exploratory.falseShare).toBeGreaterThan(0.02);
	expect(exploratory.found).toBeGreaterThan(holm.found + 1);
});

test('the intervals of what Benjamini–Hochberg finds miss the truth in at most 5 %, the false coverage rate', () => {
	const small = Array.from({ length: 20 }, (_, index) => (index < 10 ? 1.5 : 0));
	const { missedShare, found } = simulate(small, 'benjamini-hochberg', 13);
	expect(found).toBeGreaterThan(0.3);
	expect(missedShare).toBeLessThan(0.058);
});
