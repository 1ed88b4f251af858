import type { KnownShape } from './KnownShape.ts';

export const salesforceContacts: KnownShape = {
	id: 'salesforce-contacts',
	name: 'Salesforce contacts',
	signature: ['Id', 'IsDeleted', 'MasterRecordId', 'AccountId', 'LastName', 'FirstName', 'Email'],
	role: 'customers',
	fields: {
		customer_id: 'Id',
		email: 'Email',
		signup_date: 'CreatedDate',
		channel: 'LeadSource',
		consent: 'HasOptedOutOfEmail',
	},
	notes: [
		'One row per person. Where the customers are companies, import the accounts instead.',
		'HasOptedOutOfEmail is true for people who do NOT agree.',
	],
};
