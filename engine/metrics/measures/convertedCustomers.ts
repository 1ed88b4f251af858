import type { Measure } from '../Measure.ts';
import { flagAbove } from '../flagAbove.ts';
import { withinArms } from '../withinArms.ts';

export const convertedCustomers: Measure = {
	id: 'converted_customers',
	label: 'Converted customers',
	description: '1 for a customer in one arm with a conversion.',
	needs: ['arm', 'conversions'],
	column: (frame) => withinArms(frame, flagAbove(frame, 'conversions', 0)),
};
