import type { KnownShape } from './KnownShape.ts';

export const shopifyCustomers: KnownShape = {
	id: 'shopify-customers',
	name: 'Shopify customers',
	signature: ['First Name', 'Last Name', 'Email', 'Accepts Email Marketing', 'Total Spent', 'Total Orders'],
	role: 'customers',
	fields: {
		customer_id: 'Email',
		consent: 'Accepts Email Marketing',
		consent_sms: 'Accepts SMS Marketing',
	},
	notes: [
		'The e-mail address is taken as the key, because the orders export names customers by it. Customers without one go to the quarantine if they repeat each other.',
		'Total Spent and Total Orders are as of the day of the export, whatever the as-of date is.',
	],
};
