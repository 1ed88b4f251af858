import { assertNever } from '#shared/base/assertNever.ts';
import type { BaselineKind } from '#shared/model/settings.ts';

/** What a segment is compared with, in the middle of a sentence. */
export function baselineName(kind: BaselineKind): string {
	switch (kind) {
		case 'rest':
			return 'the rest';
		case 'control':
			return 'the control group';
		case 'everyone':
			return 'everyone';
		default:
			return assertNever(kind);
	}
}

/** One sentence on what the comparison allows to be said (STATISTICS D1). */
export function baselineNote(kind: BaselineKind): string {
	switch (kind) {
		case 'rest':
			return 'Compared with all customers outside the segment. This describes; it does not show what caused the difference.';
		case 'control':
			return 'Treatment compared with control inside the segment. If the groups were drawn at random, the difference is the effect of the campaign.';
		case 'everyone':
			return 'Diluted: everyone includes the segment itself, so differences look smaller than they are. Compare with the rest for the full difference.';
		default:
			return assertNever(kind);
	}
}
