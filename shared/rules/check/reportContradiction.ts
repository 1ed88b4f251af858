import { printField } from '../printRule.ts';
import type { Connective } from '../Rule.ts';
import type { TypedRule } from '../TypedRule.ts';
import type { CheckContext } from './CheckContext.ts';
import { compareConstants } from './compareConstants.ts';

interface Bound {
	readonly value: TypedRule;
	readonly isOpen: boolean;
}

/** Says when the conditions that an `and` puts on one field leave no value for it: `a > 5 and a < 3`. */
export function reportContradiction(context: CheckContext, rule: Connective, operands: readonly TypedRule[]): void {
	const lows = new Map<string, Bound>();
	const highs = new Map<string, Bound>();
	for (const { field, low, high } of operands.flatMap(boundsOf)) {
		narrow(lows, field, low, 1);
		narrow(highs, field, high, -1);
	}
	for (const [field, low] of lows) {
		const high = highs.get(field);
		const order = high ? compareConstants(low.value, high.value) : null;
		if (high && order !== null && (order > 0 || (order === 0 && (low.isOpen || high.isOpen)))) {
			const message = `No customer can match: these conditions leave no value for ${printField(field)}.`;
			context.report('warning', 'rule.never-true', rule, message);
		}
	}
}

/** Keeps the tighter of the bound so far and a new one; `side` is 1 for lower bounds and -1 for upper ones. */
function narrow(bounds: Map<string, Bound>, field: string, bound: Bound | null, side: 1 | -1): void {
	const known = bounds.get(field);
	const order = known && bound ? compareConstants(bound.value, known.value) : 1 * side;
	if (bound && order !== null && (order * side > 0 || (order === 0 && bound.isOpen))) {
		bounds.set(field, bound);
	}
}

function boundsOf(typed: TypedRule): { field: string; low: Bound | null; high: Bound | null }[] {
	const closed = (value: TypedRule): Bound => ({ value, isOpen: false });
	if (typed.kind === 'between' && typed.operand.kind === 'field') {
		return [{ field: typed.operand.name, low: closed(typed.low), high: closed(typed.high) }];
	}
	if (typed.kind !== 'comparison') {
		return [];
	}
	const isMirrored = typed.left.kind !== 'field';
	const [field, value] = isMirrored ? [typed.right, typed.left] : [typed.left, typed.right];
	if (field.kind !== 'field' || value.kind !== 'constant') {
		return [];
	}
	switch (typed.operator) {
		case '=':
			return [{ field: field.name, low: closed(value), high: closed(value) }];
		case '!=':
			return [];
		case '<':
		case '<=':
		case '>':
		case '>=': {
			const bound = { value, isOpen: typed.operator.length === 1 };
			const isLow = typed.operator.startsWith('>') !== isMirrored;
			return [{ field: field.name, low: isLow ? bound : null, high: isLow ? null : bound }];
		}
	}
}
