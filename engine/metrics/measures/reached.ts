import type { Measure } from '../Measure.ts';
import { flagAbove } from '../flagAbove.ts';

export const reached: Measure = {
	id: 'reached',
	label: 'Customers reached',
	description: '1 for a customer with a delivered message.',
	needs: ['sends'],
	column: (frame) => flagAbove(frame, 'sends', 0),
};
