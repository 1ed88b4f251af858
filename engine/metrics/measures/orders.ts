import type { Measure } from '../Measure.ts';
import { numberField } from '../numberField.ts';

export const orders: Measure = {
	id: 'orders',
	label: 'Orders',
	description: 'Orders placed.',
	needs: ['order_count'],
	column: (frame) => numberField(frame, 'order_count'),
};
