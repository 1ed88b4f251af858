import type { TypedRule } from '#shared/rules/TypedRule.ts';
import { partsOf } from '../predicate/fieldsOf.ts';
import { slotNumber } from './slotPrograms.ts';
import type { Slots } from './Slots.ts';
import type { Term } from './Variable.ts';

export type Nullness = 'value' | 'missing' | 'either';

/** Whether a term has a value, from what is known of its fields. */
export function nullnessOf(term: Term, known: (field: string) => Nullness, slots: Slots): Nullness {
	return term.kind === 'order'
		? together([term.left, term.right].map((side) => valueNullness(side, known, slots)))
		: valueNullness(term.typed, known, slots);
}

function valueNullness(typed: TypedRule, known: (field: string) => Nullness, slots: Slots): Nullness {
	const parts = partsOf(typed).map((part) => valueNullness(part, known, slots));
	switch (typed.kind) {
		case 'field':
			return known(typed.name);
		case 'constant':
		case 'asof':
			return 'value';
		case 'call':
			if (typed.name !== 'coalesce') {
				return together(parts);
			}
			return parts.includes('value') ? 'value' : parts.every((part) => part === 'missing') ? 'missing' : 'either';
		case 'arithmetic': {
			const whole = together(parts);
			return whole === 'value' && !isTotal(typed, slots) ? 'either' : whole;
		}
		case 'negation':
		case 'days-between':
		case 'shift':
		case 'date-of':
		case 'text-match':
			return together(parts);
		case 'and':
		case 'or':
		case 'not':
		case 'comparison':
		case 'between':
		case 'in':
		case 'is-null':
			return 'either';
	}
}

/** Of a step that has a value when all of its parts have one. */
function together(parts: readonly Nullness[]): Nullness {
	return parts.includes('missing') ? 'missing' : parts.includes('either') ? 'either' : 'value';
}

/** Doubles can overflow, and quotients can be divided by zero. */
function isTotal(typed: TypedRule & { kind: 'arithmetic' }, slots: Slots): boolean {
	return typed.operator !== '/' && slotNumber(typed, slots).isExact;
}
