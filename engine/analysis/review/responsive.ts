import { againstRest } from './againstRest.ts';
import type { Check } from './CheckContext.ts';
import { unknown } from './CheckContext.ts';
import { responseOf } from './responseOf.ts';

export const responsive: Check = {
	name: 'responsive',
	rule: () =>
		'Yes when it responds to campaigns more than the rest beyond chance, no when less; partly while neither is shown. A comparison of segments shows no cause: that needs a control group.',
	judge({ number, settings, segment }) {
		const record = responseOf({ number });
		if (segment.people === 0) {
			return unknown('nobody is in the segment.');
		}
		if (record === null) {
			return unknown('needs campaign recipients with conversions, clicks or opens.');
		}
		if (record.sufficiency === 'too-few' || record.difference === null) {
			return unknown(`needs more messages to its members: ${againstRest(record, settings)}`);
		}
		const verdict = record.isSignificant !== true ? 'partly' : record.difference.value > 0 ? 'yes' : 'no';
		return { verdict, finding: againstRest(record, settings), metric: record.metric };
	},
};
