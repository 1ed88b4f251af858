import { z } from 'zod';

const isoDay = z.iso.date();

/** The two dates between which customers are followed. */
export const migrationDates = z.strictObject({ from: isoDay, to: isoDay });
export type MigrationDates = z.infer<typeof migrationDates>;

/** Ids of places that are no segments: ids of segments have no spaces. */
export const EXCLUDED_PLACE = 'not counted';
export const NOT_YET_PLACE = 'not yet a customer';

export const migrationPlace = z.strictObject({
	id: z.string(),
	name: z.string(),
	/** `not-yet`: first signed up or ordered after the date. */
	kind: z.enum(['segment', 'remainder', 'excluded', 'not-yet']),
});
export type MigrationPlace = z.infer<typeof migrationPlace>;

/** Customers, and what they spent in the period before each date. Revenue is null without dated orders that say it. */
export const migrationAmount = z.strictObject({
	people: z.int(),
	revenueBefore: z.number().nullable(),
	revenueAfter: z.number().nullable(),
});
export type MigrationAmount = z.infer<typeof migrationAmount>;

/** Customers who are in place `from` at the earlier date and in place `to` at the later one; positions in `places`. */
export const migrationFlow = migrationAmount.extend({ from: z.int(), to: z.int() });
export type MigrationFlow = z.infer<typeof migrationFlow>;

const total = z.strictObject({ people: z.int(), revenue: z.number().nullable() });

export const segmentMovement = z.strictObject({
	id: z.string(),
	before: total,
	after: total,
	/** Members at both dates. */
	stayed: z.int(),
	/** Of the members at the earlier date; null where there were none. */
	stayShare: z.number().nullable(),
	/** Wilson interval of that share at the level of the settings. */
	stayInterval: z
		.strictObject({ low: z.number().nullable(), high: z.number().nullable(), level: z.number() })
		.nullable(),
	/** Members at the later date only, those who were not customers before among them. */
	entered: z.int(),
	/** Of `entered`: who were not customers at the earlier date. */
	newCustomers: z.int(),
	/** Members at the earlier date only. */
	left: z.int(),
	/** Revenue after less revenue before = stayers + movedIn + newCustomers - movedOut. Null without revenue. */
	revenueChange: z
		.strictObject({
			total: z.number(),
			/** What members at both dates spent more. */
			stayers: z.number(),
			/** What those who came from elsewhere spent in the later period. */
			movedIn: z.number(),
			newCustomers: z.number(),
			/** What those who left had spent in the earlier period. */
			movedOut: z.number(),
		})
		.nullable(),
	/** Flagged as a priority, or earning more per member than all customers do in the earlier period. */
	isHighValue: z.boolean(),
	/** Adjusted over all segments; null where nothing can be tested. */
	membersP: z.number().nullable(),
	revenueP: z.number().nullable(),
});
export type SegmentMovement = z.infer<typeof segmentMovement>;

export const migrationWarning = z.strictObject({
	segment: z.string(),
	subject: z.enum(['members', 'revenue']),
	/** False where the total falls as well: then it is no leak of the segment alone. */
	isTotalHeld: z.boolean(),
	/** One or two sentences: what was lost, by which test. */
	message: z.string(),
});
export type MigrationWarning = z.infer<typeof migrationWarning>;

/** The same rules over the same data at two dates. */
export const segmentMigration = z.strictObject({
	from: isoDay,
	to: isoDay,
	/** Days between the dates; revenue is what was ordered in that many days up to and including each date. */
	days: z.int(),
	/** Every customer of the base, wherever they are. */
	customers: z.int(),
	/** Segments in rule order, the remainder, the excluded, those who are not customers yet. The same for both dates. */
	places: z.array(migrationPlace),
	/** Sizes of the places at each date, in their order; their sums are all customers. */
	before: z.array(total),
	after: z.array(total),
	/** Every pair of places that share a customer, those who stay included. */
	flows: z.array(migrationFlow),
	/** Customers who were in a segment or the remainder at the earlier date and are in another place now. */
	moved: migrationAmount,
	/** All who count at a date: everybody but the excluded and those who are not customers yet. */
	total: z.strictObject({ before: total, after: total, revenueP: z.number().nullable() }),
	/** Segments and remainder, in order. */
	segments: z.array(segmentMovement),
	/** Of the sizes of segments and remainder, over those who count at both dates; null where nobody does. */
	stability: z
		.strictObject({ index: z.number(), band: z.enum(['none', 'some', 'shifted']), people: z.int() })
		.nullable(),
	warnings: z.array(migrationWarning),
	/** What to know when reading the figures, as sentences. */
	notes: z.array(z.string()),
	/** Rules that cannot be read and therefore match nobody. */
	problems: z.array(z.string()),
});
export type SegmentMigration = z.infer<typeof segmentMigration>;

/** Customers by where they are at the two dates; null for anywhere. Places are ids. */
export const migrationQuery = migrationDates.extend({
	origin: z.string().nullable(),
	destination: z.string().nullable(),
});
export type MigrationQuery = z.infer<typeof migrationQuery>;
