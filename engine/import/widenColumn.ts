import type { ColumnType } from '#shared/model/columnType.ts';
import type { MisfitPolicy } from '#shared/model/importPlan.ts';
import { MISFIT_SHARE } from './classifyColumn.ts';
import type { ColumnFormat } from './scan/ColumnFormat.ts';
import type { ColumnEvidence } from './scan/FailureLog.ts';
import { withTime } from './scan/withTime.ts';

/** Share of unreadable values above which even a column with a part to play (a date, an amount) is given up as text. */
export const MAPPED_MISFIT_SHARE = 0.5;

/**
 * The format that a column needs once its whole file has been seen, null when its format stands and the rows that do not
 * fit stay in quarantine. `partTypes` are the types its part allows, null when it plays none.
 *
 * - decimals among integers, more places, numbers too long for exact integers: widened at once, nothing is lost;
 * - dates with a time among dates: dates with time;
 * - identifiers ("007", twenty digits) among numbers: text, unless the part is an amount or the user wants the type kept;
 * - keys and labels become text on the first misfit;
 * - anything else becomes text by the user's policy: from the first misfit on, never, or (automatic) when more than 1 % of the
 *   values do not fit, or 50 % where the part needs the type.
 */
export function widenColumn(
	format: ColumnFormat,
	evidence: ColumnEvidence,
	values: number,
	partTypes: readonly ColumnType[] | null,
	policy: MisfitPolicy = 'automatic',
): ColumnFormat | null {
	if (evidence.failures === 0 || format.kind === 'category' || format.kind === 'text') {
		return null;
	}
	const text: ColumnFormat = { kind: 'category' };
	const mayBeText = partTypes === null || partTypes.includes('text');
	const limit =
		values *
		(policy === 'quarantine' ? Infinity : mayBeText ? (policy === 'widen' ? 0 : MISFIT_SHARE) : MAPPED_MISFIT_SHARE);
	if (partTypes !== null && mayBeText) {
		return text;
	}
	if (format.kind === 'number') {
		if (evidence.identifiers > 0 && mayBeText && policy !== 'quarantine') {
			return text;
		}
		if (evidence.others + evidence.identifiers > limit) {
			return text;
		}
		if (evidence.doubles > 0) {
			return { ...format, type: 'decimal', scale: 0, isExact: false };
		}
		return evidence.maxScale > 0 ? { ...format, type: 'decimal', scale: evidence.maxScale } : null;
	}
	if (format.kind === 'date' && evidence.timestamps > 0 && evidence.others <= limit) {
		return withTime(format);
	}
	return evidence.failures > limit ? text : null;
}
