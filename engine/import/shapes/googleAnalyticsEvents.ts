import type { KnownShape } from './KnownShape.ts';

/** Rows of the BigQuery export of Google Analytics 4, with one column per key that is needed. */
export const googleAnalyticsEvents: KnownShape = {
	id: 'google-analytics-events',
	name: 'Google Analytics 4 events (BigQuery)',
	signature: ['event_date', 'event_timestamp', 'event_name', 'user_pseudo_id'],
	role: 'activity',
	fields: {
		customer_id: ['user_id', 'user_pseudo_id'],
		date: 'event_date',
		kind: 'event_name',
		session_id: 'ga_session_id',
		page: ['page_location', 'page_title'],
	},
	notes: [
		'user_id is the company’s own key and only there for visitors who signed in. user_pseudo_id names a browser, not a customer.',
		'The date is that of event_date, in the time zone of the property; event_timestamp counts microseconds in UTC.',
	],
};
