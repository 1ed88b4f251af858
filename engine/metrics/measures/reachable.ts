import type { Measure } from '../Measure.ts';
import { flagField } from '../flagField.ts';

export const reachable: Measure = {
	id: 'reachable',
	label: 'Reachable customers',
	description: 'Customers who agreed to a channel or, without a column of consent, whose address is known.',
	needs: ['is_reachable'],
	column: (frame) => flagField(frame, 'is_reachable'),
};
