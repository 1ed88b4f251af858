import type { Measure } from '../Measure.ts';
import { numberField } from '../numberField.ts';
import { withinArms } from '../withinArms.ts';

export const armRevenue: Measure = {
	id: 'arm_revenue',
	label: 'Campaign revenue',
	description: 'Campaign revenue of a customer in one arm.',
	needs: ['arm', 'campaign_revenue'],
	column: (frame) => withinArms(frame, numberField(frame, 'campaign_revenue')),
};
