import type { Measure } from '../Measure.ts';
import { numberField } from '../numberField.ts';

export const campaignRevenue: Measure = {
	id: 'campaign_revenue',
	label: 'Campaign revenue',
	description: 'Campaign revenue of all rows.',
	needs: ['campaign_revenue'],
	column: (frame) => numberField(frame, 'campaign_revenue'),
};
