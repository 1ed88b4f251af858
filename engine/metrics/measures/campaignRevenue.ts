import type { Measure } from '../Measure.ts';

export const campaignRevenue: Measure = {
	id: 'campaign_revenue',
	label: 'Campaign revenue of the arms',
	description: 'Revenue of the campaign rows that are of treatment or control.',
	needs: ['campaign_revenue', 'arm'],
	column: ({ armOutcomes }) => {
		if (!armOutcomes?.revenue) {
			throw new Error('The frame has no campaign revenue by arm');
		}
		return armOutcomes.revenue;
	},
};
