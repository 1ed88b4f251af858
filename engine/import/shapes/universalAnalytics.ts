import type { KnownShape } from './KnownShape.ts';

export const universalAnalytics: KnownShape = {
	id: 'universal-analytics',
	name: 'Google Analytics (Universal) report',
	signature: ['Users', 'New Users', 'Sessions', 'Bounce Rate', 'Pages / Session', 'Avg. Session Duration'],
	role: 'activity',
	fields: {
		date: ['Date', 'Day Index'],
		visits: 'Sessions',
		bounces: 'Bounce Rate',
		duration: 'Avg. Session Duration',
		channel: ['Default Channel Grouping', 'Source / Medium'],
	},
	notes: ['Counts by channel, without customers: they cannot be split by segment.'],
};
