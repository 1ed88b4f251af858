import type { KnownShape } from './KnownShape.ts';

export const hubspotDeals: KnownShape = {
	id: 'hubspot-deals',
	name: 'HubSpot deals',
	signature: ['Record ID', 'Deal Name', 'Deal Stage'],
	role: 'funnel',
	fields: {
		customer_id: [
			'Associated Contact IDs',
			'Associated Contact ID',
			'Associated Company IDs',
			'Associated Company ID',
			'Associated Contact',
			'Associated Company',
		],
		deal_id: 'Record ID',
		stage: 'Deal Stage',
		date: ['Create Date', 'Date entered current stage'],
		close_date: 'Close Date',
		value: ['Amount', 'Amount in company currency'],
		outcome: 'Is Closed Won',
		channel: ['Original Traffic Source', 'Original Source', 'Lead source'],
	},
	notes: [
		'One row per deal with its present stage; earlier stages are not in the export.',
		'Deals with several contacts hold their ids in one cell, separated by semicolons, and find no customer.',
	],
};
