import { minimumDetectableRate } from '../stats/minimumDetectableRate.ts';
import { miettinenNurminen } from '../stats/miettinenNurminen.ts';
import { newcombeDifference } from '../stats/newcombeDifference.ts';
import { proportionTest } from '../stats/proportionTest.ts';
import { relativeLift } from '../stats/relativeLift.ts';
import { wilsonInterval } from '../stats/wilsonInterval.ts';
import type { Family } from './Contrast.ts';
import { toBounds } from './toBounds.ts';

/** Events among independent units, one unit per customer: x of y. */
export const proportionFamily: Family = {
	method: 'Proportion of customers, Wilson interval',
	summarize: ({ sumX, sumY }) => ({
		value: sumY === 0 ? null : sumX / sumY,
		numerator: sumX,
		denominator: sumY,
		n: sumY,
		size: { n: sumY, events: sumX },
	}),
	interval: ({ sumX, sumY }, level) => toBounds(wilsonInterval(sumX, sumY, level)),
	contrast: (first, second) => {
		const [x1, n1, x0, n0] = [first.sumX, first.sumY, second.sumX, second.sumY];
		if (n1 === 0 || n0 === 0) {
			return null;
		}
		const test = proportionTest(x1, n1, x0, n0);
		return {
			p: test?.p ?? null,
			test: `Newcombe difference, Miettinen–Nurminen lift, ${test?.method === 'fisher' ? "Fisher's exact test" : 'score test'}`,
			difference: (level) => newcombeDifference(x1, n1, x0, n0, level),
			lift: (level) => relativeLift(miettinenNurminen(x1, n1, x0, n0, level)),
			noLift: () => (x0 === 0 ? 'The baseline has no event, so there is a difference but no relative lift.' : null),
			mde: (level, comparisons) => minimumDetectableRate(x0 / n0, n1, n0, { level, comparisons }),
		};
	},
};
