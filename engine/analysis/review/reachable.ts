import { counted } from '#shared/base/counted.ts';
import { formatNumber } from '#shared/metrics/formatNumber.ts';
import type { Check } from './CheckContext.ts';
import { unknown } from './CheckContext.ts';
import { responseOf } from './responseOf.ts';

const ENOUGH = 0.5;

export const reachable: Check = {
	name: 'reachable',
	rule: ({ sizeFloor }) =>
		`Yes when at least half of its members, and at least ${sizeFloor}, agreed to a channel (or have an address, where the data says nothing of consent); no when fewer than ${sizeFloor} did.`,
	judge({ segment, number, settings, reachBasis }) {
		const { people } = segment;
		const share = number('reachable_share');
		const messages = responseOf({ number });
		if (people === 0) {
			return unknown('nobody is in the segment.');
		}
		if (share === null || share.value === null || share.numerator === null) {
			// Recipients are the customers with a delivered message, or with rows of a campaign.
			return messages === null
				? unknown('needs a column of consent or of e-mail addresses in the customers table, or campaign recipients.')
				: {
						...verdictOf(messages.n, people, settings.sizeFloor),
						finding: `${counted(messages.n, 'member')} of ${people.toLocaleString('en')} had messages of the campaigns. Whether the others may be written to needs a column of consent in the customers table.`,
						metric: messages.metric,
					};
		}
		const reached = share.numerator;
		const part = `${counted(reached, 'member')} of ${people.toLocaleString('en')} ${reached === 1 ? 'has' : 'have'}`;
		const percent = formatNumber(share.value, 'share', settings);
		const finding =
			reachBasis === 'address'
				? `${part} an e-mail address, ${percent}. Whether they agreed needs a column of consent in the customers table.`
				: `${part} agreed to a channel, ${percent}.`;
		return { ...verdictOf(reached, people, settings.sizeFloor), finding, metric: share.metric };
	},
};

function verdictOf(reached: number, people: number, floor: number) {
	const isHalf = reached >= ENOUGH * people;
	return { verdict: reached < floor ? 'no' : isHalf ? 'yes' : 'partly' } as const;
}
