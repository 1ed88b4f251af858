import type { Measure } from '../Measure.ts';
import { numberField } from '../numberField.ts';

export const sends: Measure = {
	id: 'sends',
	label: 'Messages delivered',
	description: 'Messages delivered.',
	needs: ['sends'],
	column: (frame) => numberField(frame, 'sends'),
};
