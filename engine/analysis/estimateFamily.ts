import { assertNever } from '#shared/base/assertNever.ts';
import type { Bounds } from '#shared/model/numberRecord.ts';
import type { Estimate, PointEstimate } from '../stats/Estimate.ts';
import { fieller } from '../stats/fieller.ts';
import type { FiellerReason } from '../stats/fieller.ts';
import { meanEstimate } from '../stats/meanEstimate.ts';
import { minimumDetectableEffect } from '../stats/minimumDetectableEffect.ts';
import { ratioOfSums } from '../stats/ratioOfSums.ts';
import type { SufficientStatistics } from '../stats/SufficientStatistics.ts';
import { tInterval } from '../stats/tInterval.ts';
import { welch } from '../stats/welch.ts';
import type { Contrast, Family } from './Contrast.ts';
import { toBounds } from './toBounds.ts';

/** Mean of x per customer. */
export const meanFamily: Family = estimateFamily('Mean per customer, Student t interval', meanEstimate);

/** Sum of x over sum of y, with the customer as the unit. */
export const ratioFamily: Family = estimateFamily('Ratio by customer (delta method), Student t interval', ratioOfSums);

/** A rate whose customers have several units each: events over units, with the customer as the unit of the statistics. */
export const rateFamily: Family = {
	...ratioFamily,
	summarize: (statistics) => {
		const summary = ratioFamily.summarize(statistics);
		return { ...summary, size: { n: summary.n, events: summary.numerator } };
	},
	interval: (statistics, level) => withinShare(ratioFamily.interval(statistics, level), statistics),
};

/** A rate within 0 to 1 keeps its bounds there; opens of messages that never arrived can carry one outside. */
function withinShare(bounds: Bounds | null, { sumX, sumY }: SufficientStatistics): Bounds | null {
	if (bounds === null || sumX < 0 || sumX > sumY) {
		return bounds;
	}
	const { low, high, level } = bounds;
	return { low: low === null ? null : Math.max(0, low), high: high === null ? null : Math.min(1, high), level };
}

function estimateFamily(method: string, estimate: (statistics: SufficientStatistics) => PointEstimate | null): Family {
	return {
		method,
		summarize: (statistics) => ({
			value: estimate(statistics)?.value ?? null,
			numerator: statistics.sumX,
			denominator: statistics.sumY,
			n: statistics.n,
			size: { n: statistics.n, events: null },
		}),
		interval: (statistics, level) => toBounds(tInterval(estimate(statistics), level)),
		contrast: (first, second) => contrastOf(estimate(first), estimate(second)),
	};
}

const anyLevel = 0.95;

function contrastOf(first: PointEstimate | null, second: PointEstimate | null): Contrast | null {
	const test = welch(first, second, anyLevel);
	if (test === null) {
		return null;
	}
	const compared = (level: number) => fieller(first, second, level, test.degreesOfFreedom);
	return {
		p: test.p,
		test: 'Welch difference and test, Fieller lift',
		difference: (level) => welch(first, second, level)?.difference ?? null,
		lift: (level) => {
			const { lift, reason } = compared(level);
			return reason === 'no-spread' ? pointLift(first, second, level) : lift;
		},
		noLift: (level) => reasonSentence(compared(level).reason),
		mde: (level, comparisons) => minimumDetectableEffect(first, second, { level, comparisons }),
	};
}

/** Without any spread there is a lift, but nothing to judge it by. */
function pointLift(first: PointEstimate | null, second: PointEstimate | null, level: number): Estimate | null {
	return first === null || second === null
		? null
		: { value: first.value / second.value - 1, low: null, high: null, level };
}

function reasonSentence(reason: FiellerReason | null): string | null {
	switch (reason) {
		case null:
		case 'no-data':
		case 'no-spread':
			return null;
		case 'baseline-not-positive':
			return 'The baseline is not above 0, so there is a difference but no relative lift.';
		case 'baseline-too-close-to-zero':
			return 'The baseline is too close to 0 for its noise, so there is a difference but no relative lift.';
		default:
			return assertNever(reason);
	}
}
