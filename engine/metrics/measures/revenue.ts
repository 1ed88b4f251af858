import type { Measure } from '../Measure.ts';
import { numberField } from '../numberField.ts';

export const revenue: Measure = {
	id: 'revenue',
	label: 'Revenue',
	description: 'Revenue of all orders.',
	needs: ['revenue'],
	column: (frame) => numberField(frame, 'revenue'),
};
