import { assertNever } from '#shared/base/assertNever.ts';
import type { CustomerGroup } from '#shared/model/customerGroup.ts';
import type { Segmentation } from '#shared/model/segmentation.ts';
import { EngineError } from '#shared/protocol/envelope.ts';
import { countBits, hasBit } from '../columns/bitmap.ts';
import type { SegmentEvaluator } from '../rules/SegmentEvaluator.ts';
import { membershipOf, type Membership } from './membershipOf.ts';

export interface Customers extends Membership {
	/** The name of the exclusion that takes each; null for groups where nobody is excluded. */
	readonly excludedBy: ((row: number) => string) | null;
}

/** Who is in a group, as the rules of a draft say; null for everyone. Throws `not-found` for a segment that does not exist. */
export function customersOf(
	evaluator: SegmentEvaluator,
	segmentation: Segmentation,
	group: CustomerGroup,
): Customers | null {
	switch (group.kind) {
		case 'everyone':
			return null;
		case 'members':
			return { ...membershipOf(evaluator.evaluate(segmentation), group.id), excludedBy: null };
		case 'lost': {
			const { codes, matches } = evaluator.evaluate({ ...segmentation, mode: 'waterfall' });
			const place = segmentation.segments.findIndex(({ id }) => id === group.id);
			const rows = matches[place];
			if (!rows) {
				throw new EngineError('not-found', `There is no segment "${group.id}" in this list.`);
			}
			const isMember = (row: number) => codes[row] !== place && hasBit(rows, row);
			let people = 0;
			for (let row = 0; row < codes.length; row++) {
				people += isMember(row) ? 1 : 0;
			}
			return { people, isMember, excludedBy: null };
		}
		case 'undecided': {
			const rows = evaluator.undecided(segmentation, group.id);
			if (!rows) {
				throw new EngineError('not-found', `There is no segment "${group.id}" in this list.`);
			}
			return { people: countBits(rows), isMember: (row) => hasBit(rows, row), excludedBy: null };
		}
		case 'excluded': {
			const { codes, segments, exclusions } = evaluator.evaluate(segmentation);
			return {
				people: exclusions.reduce((sum, { people }) => sum + people, 0),
				isMember: (row) => codes[row] === segments.length,
				excludedBy: (row) => exclusions.find(({ taken }) => hasBit(taken, row))?.name ?? '',
			};
		}
		default:
			return assertNever(group);
	}
}
