import type { Measure } from '../Measure.ts';
import { flagAbove } from '../flagAbove.ts';

export const convertedCustomers: Measure = {
	id: 'converted_customers',
	label: 'Converted customers',
	description: '1 for a customer with a conversion.',
	needs: ['conversions'],
	column: (frame) => flagAbove(frame, 'conversions', 0),
};
