import type { KnownShape } from './KnownShape.ts';

export const mailchimpMembers: KnownShape = {
	id: 'mailchimp-members',
	name: 'Mailchimp audience',
	signature: ['Email Address', 'MEMBER_RATING', 'OPTIN_TIME', 'CONFIRM_TIME', 'LEID', 'EUID'],
	role: 'customers',
	fields: {
		customer_id: 'Email Address',
		signup_date: ['OPTIN_TIME', 'CONFIRM_TIME'],
		tag: 'TAGS',
	},
	notes: [
		'Subscribed, unsubscribed and cleaned contacts come as three files. Append them, or import the subscribed ones alone.',
		'OPTIN_TIME is empty for contacts that were imported into Mailchimp; CONFIRM_TIME never is.',
	],
};
