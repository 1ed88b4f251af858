import type { KnownShape } from './KnownShape.ts';

export const salesforceAccounts: KnownShape = {
	id: 'salesforce-accounts',
	name: 'Salesforce accounts',
	signature: ['Id', 'IsDeleted', 'MasterRecordId', 'Name', 'ParentId', 'BillingStreet'],
	role: 'customers',
	fields: { customer_id: 'Id', signup_date: 'CreatedDate', channel: 'AccountSource', tag: 'Rating' },
	notes: [
		'Opportunities name the account by AccountId, which is this Id.',
		'Ids of 15 and of 18 letters are the same account: the first 15 letters agree. The join report shows them as not matching.',
		'Rows with IsDeleted = true are in the recycle bin of Salesforce.',
	],
};
