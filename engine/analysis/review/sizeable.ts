import { counted } from '#shared/base/counted.ts';
import { formatDetectable } from '#shared/metrics/formatNumber.ts';
import { labelOf } from './againstRest.ts';
import type { Check } from './CheckContext.ts';
import { responseOf } from './responseOf.ts';

/** Upper end of the 100 to 200 data points that the sources ask for (METRICS F32, B15). */
const COMFORTABLE = 200;

export const sizeable: Check = {
	name: 'sizeable',
	rule: ({ sizeFloor }) =>
		`Yes from ${Math.max(COMFORTABLE, sizeFloor)} people, no below the floor of the settings (${sizeFloor}): 100 to 200 data points are the usual floor for a rate.`,
	judge({ segment: { people }, number, settings }) {
		const { sizeFloor } = settings;
		const verdict = people < sizeFloor ? 'no' : people < Math.max(COMFORTABLE, sizeFloor) ? 'partly' : 'yes';
		const figure = responseOf({ number }) ?? number('repeat_purchase_rate');
		const detectable =
			figure === null || figure.mde === null
				? ''
				: ` A difference of ${formatDetectable(figure.mde, figure.unit, settings)} in ${labelOf(figure).toLowerCase()} to the rest would be found with 80 % power, smaller ones not.`;
		return { verdict, finding: `${counted(people, 'person', 'people')}.${detectable}`, metric: 'M01' };
	},
};
