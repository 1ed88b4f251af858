import type { Measure } from '../Measure.ts';
import { flagAbove } from '../flagAbove.ts';

export const repeatBuyers: Measure = {
	id: 'repeat_buyers',
	label: 'Repeat buyers',
	description: '1 for a customer with more than one order.',
	needs: ['order_count'],
	column: (frame) => flagAbove(frame, 'order_count', 1),
};
