import type { ColumnType } from '#shared/model/columnType.ts';
import { MISFIT_SHARE } from './classifyColumn.ts';
import type { ColumnFormat } from './scan/ColumnFormat.ts';
import type { ColumnEvidence } from './scan/FailureLog.ts';

/** Share of unreadable values above which even a column with a part to play (a date, an amount) is given up as text. */
export const MAPPED_MISFIT_SHARE = 0.5;

/**
 * The format that a column needs once its whole file has been seen, null when its format stands and the rows that do not
 * fit stay in quarantine. `partTypes` are the types its part allows, null when it plays none.
 *
 * - decimals among integers, more places, numbers too long for exact integers: widened at once, nothing is lost;
 * - identifiers ("007", twenty digits) among numbers: text, unless the part is an amount;
 * - keys and labels become text on the first misfit;
 * - anything else becomes text when more than 1 % of the values do not fit, or 50 % where the part needs the type.
 */
export function widenColumn(
	format: ColumnFormat,
	evidence: ColumnEvidence,
	values: number,
	partTypes: readonly ColumnType[] | null,
): ColumnFormat | null {
	if (evidence.failures === 0 || format.kind === 'category' || format.kind === 'text') {
		return null;
	}
	const text: ColumnFormat = { kind: 'category' };
	const mayBeText = partTypes === null || partTypes.includes('text');
	const limit = mayBeText ? MISFIT_SHARE : MAPPED_MISFIT_SHARE;
	if (partTypes !== null && mayBeText) {
		return text;
	}
	if (format.kind === 'number') {
		if (evidence.identifiers > 0 && mayBeText) {
			return text;
		}
		if (evidence.others + evidence.identifiers > values * limit) {
			return text;
		}
		if (evidence.doubles > 0) {
			return { ...format, type: 'decimal', scale: 0, isExact: false };
		}
		return evidence.maxScale > 0 ? { ...format, type: 'decimal', scale: evidence.maxScale } : null;
	}
	if (format.kind === 'date' && evidence.timestamps > 0 && evidence.others <= values * limit) {
		return format.separator === 45 && format.order === 'ymd' ? { kind: 'timestamp' } : text;
	}
	return evidence.failures > values * limit ? text : null;
}
