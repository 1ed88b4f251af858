import type { Measure } from '../Measure.ts';
import { isCompared } from '../isCompared.ts';
import { requireCounts } from '../requireCounts.ts';

export const armCustomers: Measure = {
	id: 'arm_customers',
	label: 'Customers in one arm',
	description: '1 for a customer in treatment or in control, 0 in both or neither.',
	needs: ['arm'],
	column: (frame) => requireCounts(frame.arms, (arm) => (isCompared(arm) ? 1 : 0)),
};
