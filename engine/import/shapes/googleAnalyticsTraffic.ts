import type { KnownShape } from './KnownShape.ts';

export const googleAnalyticsTraffic: KnownShape = {
	id: 'google-analytics-traffic',
	name: 'Google Analytics 4 traffic report',
	signature: ['Sessions', 'Engaged sessions', 'Engagement rate', 'Event count'],
	role: 'activity',
	fields: {
		date: 'Date',
		visits: 'Sessions',
		interactions: 'Engaged sessions',
		duration: ['Average engagement time per session', 'Average engagement time'],
		channel: [
			'Session primary channel group (Default Channel Group)',
			'Session default channel group',
			'First user primary channel group (Default Channel Group)',
			'Session source / medium',
		],
	},
	notes: [
		'Counts by channel, without customers: they cannot be split by segment.',
		'Add Date as a second dimension before exporting, or the counts have no day.',
	],
};
