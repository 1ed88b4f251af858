import type { KnownShape } from './KnownShape.ts';

/** The recipients of one campaign report, with their number of opens and clicks. */
export const mailchimpRecipients: KnownShape = {
	id: 'mailchimp-recipients',
	name: 'Mailchimp campaign report',
	signature: ['Email Address', 'MEMBER_RATING', 'Opens', 'Clicks'],
	role: 'recipients',
	fields: { customer_id: 'Email Address', opened: 'Opens', clicked: 'Clicks' },
	notes: [
		'One file is one campaign. Mailchimp opens messages that Apple Mail loads by itself too, so opens are too many.',
	],
};
