import { EXCLUDED_PLACE, NOT_YET_PLACE, type SegmentMigration } from '#shared/model/segmentMigration.ts';

const amount = (people: number, revenueBefore: number, revenueAfter: number) => ({
	people,
	revenueBefore,
	revenueAfter,
});

/** Ten customers before and twelve after: three of six leave the good segment. */
export const migration: SegmentMigration = {
	from: '2026-01-01',
	to: '2026-04-01',
	days: 90,
	customers: 12,
	places: [
		{ id: 'good', name: 'Good <b>', kind: 'segment' },
		{ id: 'remainder', name: 'Everyone else', kind: 'remainder' },
		{ id: EXCLUDED_PLACE, name: 'Excluded', kind: 'excluded' },
		{ id: NOT_YET_PLACE, name: 'Not yet a customer', kind: 'not-yet' },
	],
	before: [
		{ people: 6, revenue: 600 },
		{ people: 4, revenue: 40 },
		{ people: 0, revenue: 0 },
		{ people: 2, revenue: 0 },
	],
	after: [
		{ people: 4, revenue: 410 },
		{ people: 8, revenue: 55 },
		{ people: 0, revenue: 0 },
		{ people: 0, revenue: 0 },
	],
	flows: [
		{ from: 0, to: 0, ...amount(3, 300, 310) },
		{ from: 0, to: 1, ...amount(3, 300, 0) },
		{ from: 1, to: 1, ...amount(4, 40, 45) },
		{ from: 3, to: 0, ...amount(1, 0, 100) },
		{ from: 3, to: 1, ...amount(1, 0, 10) },
	],
	moved: amount(3, 300, 0),
	total: { before: { people: 10, revenue: 640 }, after: { people: 12, revenue: 465 }, revenueP: 0.2 },
	segments: [
		{
			id: 'good',
			before: { people: 6, revenue: 600 },
			after: { people: 4, revenue: 410 },
			stayed: 3,
			stayShare: 0.5,
			stayInterval: { low: 0.188, high: 0.812, level: 0.95 },
			entered: 1,
			newCustomers: 1,
			left: 3,
			revenueChange: { total: -190, stayers: 10, movedIn: 0, newCustomers: 100, movedOut: 300 },
			isHighValue: true,
			membersP: 0.625,
			revenueP: null,
		},
	],
	stability: { index: 0.31, band: 'shifted', people: 10 },
	warnings: [],
	notes: [],
	problems: [],
};
