import { formatInterval } from '#shared/metrics/formatNumber.ts';
import { againstRest } from './againstRest.ts';
import type { Check } from './CheckContext.ts';
import { unknown } from './CheckContext.ts';

export const profitable: Check = {
	name: 'profitable',
	rule: () =>
		'Yes when the margin per member is above 0 and not below that of the rest beyond chance, no when it is below 0; partly otherwise. Costs of the segment itself are not in the margin.',
	judge({ number, settings, segment }) {
		const record = number('contribution_margin_per_customer');
		if (segment.people === 0) {
			return unknown('nobody is in the segment.');
		}
		if (record === null || record.value === null) {
			return unknown('needs the columns of revenue and of cost of goods in the orders table.');
		}
		const { interval, difference, isSignificant } = record;
		if (interval === null || interval.low === null || interval.high === null) {
			return unknown(`needs more members. ${againstRest(record, settings)}`);
		}
		const isBelowRest = isSignificant === true && difference !== null && difference.value < 0;
		const verdict = interval.high < 0 ? 'no' : interval.low > 0 && !isBelowRest ? 'yes' : 'partly';
		const range = formatInterval(interval, record.unit, settings);
		return {
			verdict,
			finding: `${againstRest(record, settings)} The segment alone: ${range}.`,
			metric: record.metric,
		};
	},
};
