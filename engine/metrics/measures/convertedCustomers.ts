import type { Measure } from '../Measure.ts';
import { requireCounts } from '../requireCounts.ts';

export const convertedCustomers: Measure = {
	id: 'converted_customers',
	label: 'Converted customers of the arms',
	description: '1 for a customer with a conversion in a campaign row that is of treatment or control.',
	needs: ['conversions', 'arm'],
	column: (frame) => requireCounts(frame.armOutcomes?.conversions ?? null, (count) => (count > 0 ? 1 : 0)),
};
