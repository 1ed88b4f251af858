import type { TypedRule } from '../TypedRule.ts';

/**
 * Negative, zero or positive as constant a is below, equal to or above b; null where they are not two constants of one type.
 * Numbers are compared as doubles: good enough for hints, which is all that this serves.
 */
export function compareConstants(a: TypedRule, b: TypedRule): number | null {
	if (a.kind !== 'constant' || b.kind !== 'constant') {
		return null;
	}
	if (a.type === 'number' && b.type === 'number') {
		return Number(a.digits) - Number(b.digits);
	}
	if (a.type === 'date' && b.type === 'date') {
		return a.day - b.day;
	}
	if (a.type === 'timestamp' && b.type === 'timestamp') {
		return a.ms - b.ms;
	}
	if (a.type === 'text' && b.type === 'text') {
		return a.value < b.value ? -1 : a.value > b.value ? 1 : 0;
	}
	return null;
}
