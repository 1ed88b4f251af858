import type { KnownShape } from './KnownShape.ts';

export const salesforceOpportunities: KnownShape = {
	id: 'salesforce-opportunities',
	name: 'Salesforce opportunities',
	signature: ['Id', 'AccountId', 'StageName', 'Amount', 'CloseDate'],
	role: 'funnel',
	fields: {
		customer_id: 'AccountId',
		deal_id: 'Id',
		stage: 'StageName',
		date: ['LastStageChangeDate', 'CreatedDate'],
		close_date: 'CloseDate',
		value: 'Amount',
		outcome: 'IsWon',
		channel: 'LeadSource',
	},
	notes: ['One row per opportunity with its present stage; earlier stages are in the export of OpportunityHistory.'],
};
