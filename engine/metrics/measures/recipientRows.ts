import type { Measure } from '../Measure.ts';
import { requireCounts } from '../requireCounts.ts';

export const recipientRows: Measure = {
	id: 'recipient_rows',
	label: 'Campaign rows',
	description: 'Campaign rows, delivered or withheld.',
	needs: ['sends'],
	column: (frame) => requireCounts(frame.recipientRows, (count) => count),
};
