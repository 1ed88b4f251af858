import type { Segmentation } from '#shared/model/segmentation.ts';

/**
 * The segments of the sample project, and those by which the campaign's effects are planted (plantedSegment.ts decides the
 * same in code). Exclusive by order: each customer belongs to the first rule that is true.
 */
export const sampleSegmentation: Segmentation = {
	mode: 'waterfall',
	exclusions: [],
	customFields: [],
	remainder: 'Everyone else',
	segments: [
		{
			id: 'champions',
			name: 'Champions',
			rule: 'loyalty_tier in ("gold", "silver") and order_count >= 5 and recency_days <= 90',
			description: 'Members of the upper tiers who buy often and bought lately.',
		},
		{
			id: 'new',
			name: 'New customers',
			rule: 'tenure_days <= 90',
			description: 'Signed up in the last three months.',
		},
		{
			id: 'loyal',
			name: 'Loyal buyers',
			rule: 'order_count >= 4 and recency_days <= 120',
			description: 'Regular buyers outside the champions.',
		},
		{
			id: 'slipping',
			name: 'Big spenders slipping away',
			rule: 'revenue >= 400 and recency_days between 121 and 365',
			description: 'Spent much, but not in the last four months.',
		},
		{
			id: 'dormant',
			name: 'Dormant',
			rule: 'recency_days > 365',
			description: 'No order for more than a year.',
		},
		{
			id: 'occasional',
			name: 'Occasional buyers',
			rule: 'recency_days <= 180',
			description: 'Bought in the last half year, but seldom.',
		},
		{
			id: 'single',
			name: 'One order only',
			rule: 'order_count = 1',
			description: 'A single order, half a year to a year ago.',
		},
	],
};
