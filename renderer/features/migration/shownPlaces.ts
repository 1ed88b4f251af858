import type { SegmentMigration } from '#shared/model/segmentMigration.ts';

/** More would be too many to read and to draw. */
export const MOST_PLACES = 24;

/** Positions of the places that hold somebody at either date, in their order; of too many the largest. */
export function shownPlaces({ places, before, after }: SegmentMigration, most = MOST_PLACES): readonly number[] {
	const people = (place: number) => (before[place]?.people ?? 0) + (after[place]?.people ?? 0);
	const used = [...places.keys()].filter((place) => people(place) > 0);
	const chosen = new Set(used.toSorted((a, b) => people(b) - people(a)).slice(0, most));
	return used.filter((place) => chosen.has(place));
}
