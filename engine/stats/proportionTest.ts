import { fisherExact } from './fisherExact.ts';
import { scoreTest } from './scoreTest.ts';

export interface ProportionTest {
	readonly method: 'score' | 'fisher';
	/** Two-sided. */
	readonly p: number;
}

/** Below this many events (or non-events) in either group the exact test is used. */
const fewEvents = 5;

/**
 * The p of "both proportions are equal": the score test, or Fisher's exact test where a group has fewer than 5 events or
 * fewer than 5 units without it. Null if a group is empty. With Fisher the p can be above 1 - level although the
 * Miettinen–Nurminen interval just excludes 1, because the exact test is the more cautious one.
 */
export function proportionTest(x1: number, n1: number, x0: number, n0: number): ProportionTest | null {
	if (Math.min(x1, n1 - x1, x0, n0 - x0) < fewEvents) {
		const p = fisherExact(x1, n1, x0, n0);
		return p === null ? null : { method: 'fisher', p };
	}
	const test = scoreTest(x1, n1, x0, n0);
	return test === null ? null : { method: 'score', p: test.p };
}
