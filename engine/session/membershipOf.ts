import { REMAINDER_ID } from '#shared/model/segmentation.ts';
import { EngineError } from '#shared/protocol/envelope.ts';
import { hasBit } from '../columns/bitmap.ts';
import type { Assignment } from '../rules/Assignment.ts';

export interface Membership {
	readonly people: number;
	readonly isMember: (row: number) => boolean;
}

/** Who is in a segment, or whom an exclusion takes. Throws `not-found` where the list has neither. */
export function membershipOf({ codes, segments, exclusions }: Assignment, id: string): Membership {
	const code = segments.findIndex((segment) => segment.id === id && (segment.isRemainder || id !== REMAINDER_ID));
	const segment = segments[code];
	if (segment) {
		return { people: segment.people, isMember: (row) => codes[row] === code };
	}
	const exclusion = exclusions.find((entry) => entry.id === id);
	if (exclusion) {
		return { people: exclusion.people, isMember: (row) => hasBit(exclusion.taken, row) };
	}
	throw new EngineError('not-found', `There is no segment "${id}" in this list.`);
}
