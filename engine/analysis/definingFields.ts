import type { SegmentDefinition } from '#shared/model/segmentation.ts';
import { derivedField } from '../frame/derivedFields.ts';
import type { DefiningField } from './ScorecardContext.ts';

/**
 * The derived fields on which membership of each segment depends, remainder last: those of its own rule, beneath custom fields
 * too, and those of the rules before it, whose matches it lacks. Tenure is left out: how long a customer has been one is no outcome.
 */
export function definingFields(
	segments: readonly SegmentDefinition[],
	fieldsRead: (rule: string) => ReadonlySet<string>,
	derived: ReadonlySet<string>,
): readonly (readonly DefiningField[])[] {
	const earlier = new Map<string, DefiningField>();
	const perSegment = segments.map(({ rule }) => {
		const own = [...fieldsRead(rule)].flatMap((name): DefiningField[] => {
			const field = derived.has(name) && name !== 'tenure_days' ? derivedField(name) : null;
			return field === null ? [] : [{ name, role: field.role, isOwnRule: true }];
		});
		const defining = [...own, ...earlier.values()];
		for (const field of own) {
			earlier.set(field.name, { ...field, isOwnRule: false });
		}
		return defining;
	});
	return [...perSegment, [...earlier.values()]];
}
