import type { Measure } from '../Measure.ts';
import { numberField } from '../numberField.ts';

export const opens: Measure = {
	id: 'opens',
	label: 'Opens',
	description: 'Messages opened.',
	needs: ['opens'],
	column: (frame) => numberField(frame, 'opens'),
};
