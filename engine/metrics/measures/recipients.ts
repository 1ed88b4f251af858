import type { Measure } from '../Measure.ts';
import { requireCounts } from '../requireCounts.ts';

export const recipients: Measure = {
	id: 'recipients',
	label: 'Recipients',
	description: '1 for a customer with a campaign row.',
	needs: ['sends'],
	column: (frame) => requireCounts(frame.recipientRows, (count) => (count > 0 ? 1 : 0)),
};
