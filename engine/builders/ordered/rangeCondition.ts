import { storedText, type Cut, type OrderedField } from './OrderedField.ts';

/**
 * The condition of the groups `first` to `last` between cuts as text of the rule language. Groups that have no end are written with
 * one comparison, all groups as `is not null`. Null when no value can lie there, as between two equal cuts.
 */
export function rangeCondition(
	field: OrderedField,
	cuts: readonly Cut[],
	first: number,
	last: number,
	isLastOpen = true,
): string | null {
	const { text, hasPlainSteps, isWhole } = field;
	const below = first === 0 ? null : cuts[first - 1]!;
	const upTo = isLastOpen && last === cuts.length ? null : cuts[last]!;
	if (below === null) {
		return upTo === null ? `${text} is not null` : `${text} <= ${upTo.text}`;
	}
	if (
		upTo !== null &&
		(upTo.stored <= below.stored || (isWhole && Math.floor(upTo.stored) <= Math.floor(below.stored)))
	) {
		return null;
	}
	if (!hasPlainSteps) {
		return upTo === null ? `${text} > ${below.text}` : `${text} > ${below.text} and ${text} <= ${upTo.text}`;
	}
	const low = storedText(field, Math.floor(below.stored) + 1);
	if (upTo === null) {
		return `${text} >= ${low}`;
	}
	const high = storedText(field, Math.floor(upTo.stored));
	return low === high ? `${text} = ${low}` : `${text} between ${low} and ${high}`;
}
