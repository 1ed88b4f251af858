import type { Measure } from '../Measure.ts';
import { flagAbove } from '../flagAbove.ts';

export const buyers: Measure = {
	id: 'buyers',
	label: 'Buyers',
	description: '1 for a customer with an order.',
	needs: ['order_count'],
	column: (frame) => flagAbove(frame, 'order_count', 0),
};
