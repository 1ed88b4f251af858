import type { KnownShape } from './KnownShape.ts';

/** The activity export of the API: one line per thing that a subscriber did with a campaign. */
export const mailchimpActivity: KnownShape = {
	id: 'mailchimp-activity',
	name: 'Mailchimp campaign activity',
	signature: ['email_address', 'campaign_id', 'action', 'timestamp'],
	role: 'recipients',
	fields: {
		customer_id: 'email_address',
		campaign: ['campaign_id', 'campaign_title'],
		event: 'action',
		date: 'timestamp',
	},
	events: {
		sent: 'sent',
		open: 'opened',
		click: 'clicked',
		bounce: 'bounced',
		unsub: 'unsubscribed',
		abuse: 'complained',
		conversion: 'converted',
	},
	notes: [
		'Each row is one event; the rows of a message are put together.',
		'The export may hold only subscribers who did something. Without the sends, rates cannot be computed.',
	],
};
