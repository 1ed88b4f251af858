import type { Measure } from '../Measure.ts';
import { numberField } from '../numberField.ts';

export const conversions: Measure = {
	id: 'conversions',
	label: 'Conversions',
	description: 'Campaign rows with a conversion.',
	needs: ['conversions'],
	column: (frame) => numberField(frame, 'conversions'),
};
