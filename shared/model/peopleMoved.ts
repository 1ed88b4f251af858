import { z } from 'zod';

/** A segment, the remainder, or being excluded, in one of two states of a segmentation. */
export const movePlace = z.strictObject({
	id: z.string(),
	name: z.string(),
	kind: z.enum(['segment', 'remainder', 'excluded']),
	people: z.int(),
	/** Of all its customers; null without a field for revenue. */
	revenue: z.number().nullable(),
});
export type MovePlace = z.infer<typeof movePlace>;

/** Where today's customers are by two states of a segmentation. */
export const peopleMoved = z.strictObject({
	/** Every customer of the base, the excluded too. */
	customers: z.int(),
	/** In rule order, then the remainder, then the excluded where there are exclusions. */
	before: z.array(movePlace),
	after: z.array(movePlace),
	/** Every pair of places that share a customer, those who stay included; `from` and `to` are positions in `before` and `after`. */
	flows: z.array(
		z.strictObject({
			from: z.int(),
			to: z.int(),
			people: z.int(),
			revenue: z.number().nullable(),
			/** Whether it is the same segment in both states. */
			isStay: z.boolean(),
		}),
	),
	/** Customers who are in another place than before, and their revenue. */
	moved: z.strictObject({ people: z.int(), revenue: z.number().nullable() }),
	/** Rules of either state that cannot be read on today's data and therefore match nobody. */
	problems: z.array(z.string()),
});
export type PeopleMoved = z.infer<typeof peopleMoved>;
