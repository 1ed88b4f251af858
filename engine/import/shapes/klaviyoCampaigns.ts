import type { KnownShape } from './KnownShape.ts';

export const klaviyoCampaigns: KnownShape = {
	id: 'klaviyo-campaigns',
	name: 'Klaviyo campaign report',
	signature: ['Campaign Name', 'Send Time', 'Total Recipients', 'Unique Opens', 'Unique Clicks'],
	role: 'activity',
	fields: {
		date: 'Send Time',
		kind: 'Campaign Channel',
		page: 'Campaign Name',
		interactions: 'Total Clicks',
		channel: 'Campaign Channel',
	},
	notes: [
		'One row per campaign, without customers: it cannot say how segments respond. Export the events or the recipients for that.',
	],
};
