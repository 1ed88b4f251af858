import type { KnownShape } from './KnownShape.ts';

export const hubspotContacts: KnownShape = {
	id: 'hubspot-contacts',
	name: 'HubSpot contacts',
	signature: ['Record ID', 'First Name', 'Last Name', 'Email', 'Create Date'],
	role: 'customers',
	fields: {
		customer_id: 'Record ID',
		email: 'Email',
		signup_date: 'Create Date',
		channel: ['Original Source', 'Original Traffic Source', 'Latest Traffic Source'],
		tag: 'Lifecycle Stage',
		consent: ['Marketing contact status', 'Opted out of all email'],
	},
	notes: [
		'Deals name contacts by Record ID; exports of e-mail tools name them by e-mail address. Choose Email as the key where the other files have that.',
	],
};
