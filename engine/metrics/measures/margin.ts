import type { Measure } from '../Measure.ts';
import { numberField } from '../numberField.ts';

export const margin: Measure = {
	id: 'margin',
	label: 'Margin',
	description: 'Revenue less cost of goods.',
	needs: ['margin'],
	column: (frame) => numberField(frame, 'margin'),
};
