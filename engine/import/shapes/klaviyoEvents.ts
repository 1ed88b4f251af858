import type { KnownShape } from './KnownShape.ts';

/** Events of one or more metrics, one row each. */
export const klaviyoEvents: KnownShape = {
	id: 'klaviyo-events',
	name: 'Klaviyo e-mail events',
	signature: ['Email', 'Event', 'Campaign Name', 'Timestamp'],
	role: 'recipients',
	fields: {
		customer_id: 'Email',
		campaign: 'Campaign Name',
		event: 'Event',
		date: 'Timestamp',
		message: 'Message ID',
		revenue: ['Value', '$value'],
	},
	events: {
		'Received Email': 'delivered',
		'Opened Email': 'opened',
		'Clicked Email': 'clicked',
		'Bounced Email': 'bounced',
		'Dropped Email': 'bounced',
		'Marked Email as Spam': 'complained',
		Unsubscribed: 'unsubscribed',
		'Unsubscribed from Email Marketing': 'unsubscribed',
		'Placed Order': 'converted',
	},
	notes: [
		'Each row is one event; the rows of a message are put together.',
		'Klaviyo opens messages that Apple Mail loads by itself too, so opens are too many.',
	],
};
