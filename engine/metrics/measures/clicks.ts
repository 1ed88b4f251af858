import type { Measure } from '../Measure.ts';
import { numberField } from '../numberField.ts';

export const clicks: Measure = {
	id: 'clicks',
	label: 'Clicks',
	description: 'Messages with a click.',
	needs: ['clicks'],
	column: (frame) => numberField(frame, 'clicks'),
};
