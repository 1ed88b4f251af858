import { nearestName } from '../nearestName.ts';
import { printField, printText } from '../printRule.ts';
import type { Between, CompareOperator, Comparison, InList, Rule, Span } from '../Rule.ts';
import { replacing } from '../RuleFix.ts';
import type { Condition, TypedRule } from '../TypedRule.ts';
import { areTyped } from './CheckContext.ts';
import type { CheckContext, Operand } from './CheckContext.ts';
import { compareConstants } from './compareConstants.ts';
import { describeOperand } from './describeOperand.ts';
import { unifyOperands } from './unifyOperands.ts';

/** In longer lists, which are pasted rather than typed, unknown labels are not pointed out one by one. */
const MAX_HINTED_ITEMS = 20;

export function checkComparison(
	context: CheckContext,
	rule: Comparison,
	operands: readonly [Operand, Operand],
): TypedRule | null {
	const condition = comparison(context, rule.operator, operands);
	if (condition) {
		reportConstant(context, rule, [condition.left, condition.right]);
	}
	return condition;
}

/** Both bounds belong to the range. */
export function checkBetween(
	context: CheckContext,
	rule: Between,
	operand: Operand,
	low: Operand,
	high: Operand,
): TypedRule | null {
	const above = comparison(context, '>=', [operand, low]);
	const below = comparison(context, '<=', [operand, high]);
	if (!above || !below) {
		return null;
	}
	reportConstant(context, rule, [above.left, above.right, below.right]);
	if (!rule.isNegated && (compareConstants(above.right, below.right) ?? 0) > 0) {
		const message = 'No value lies between these bounds: the lower one comes first.';
		const swapped = {
			title: 'Exchange the bounds',
			edits: [
				{ ...spanOf(low.rule), insert: context.text.slice(high.rule.from, high.rule.to) },
				{ ...spanOf(high.rule), insert: context.text.slice(low.rule.from, low.rule.to) },
			],
		};
		context.report('warning', 'rule.never-true', rule, message, [swapped]);
	}
	if (above.right.type !== below.right.type) {
		return { kind: 'and', type: 'boolean', operands: [above, below] };
	}
	return { kind: 'between', type: 'boolean', operand: above.left, low: above.right, high: below.right };
}

export function checkInList(
	context: CheckContext,
	rule: InList,
	operand: Operand,
	items: readonly Operand[],
): TypedRule | null {
	const isHinted = items.length <= MAX_HINTED_ITEMS;
	const equalities = items.map((item) => comparison(context, '=', [operand, item], isHinted));
	if (!equalities.every((equality) => equality !== null)) {
		return null;
	}
	reportConstant(context, rule, [equalities[0]!.left, ...equalities.map((equality) => equality.right)]);
	const first = equalities[0]!;
	if (equalities.some((equality) => equality.right.type !== first.right.type)) {
		return { kind: 'or', type: 'boolean', operands: equalities };
	}
	return { kind: 'in', type: 'boolean', operand: first.left, items: equalities.map((equality) => equality.right) };
}

function comparison(
	context: CheckContext,
	operator: CompareOperator,
	operands: readonly Operand[],
	isHinted = true,
): (Condition & { readonly kind: 'comparison' }) | null {
	if (!areTyped(operands)) {
		return null;
	}
	const [left, right] = unifyOperands(context, operands) ?? [];
	const [leading, other] = operands;
	if (!left || !right || !leading || !other) {
		return null;
	}
	if (left.type === 'boolean' && operator !== '=' && operator !== '!=') {
		const message = `${describeOperand(leading)} and cannot be compared with ${operator}. Use = or !=.`;
		context.report('error', 'rule.type', leading.rule, message);
		return null;
	}
	if (isHinted && (operator === '=' || operator === '!=')) {
		reportUnknownValue(context, left, right, other.rule);
		reportUnknownValue(context, right, left, leading.rule);
	}
	return { kind: 'comparison', type: 'boolean', operator, left, right };
}

function spanOf({ from, to }: Rule): Span {
	return { from, to };
}

/** A hint, no more: a label can be absent today and there tomorrow. */
function reportUnknownValue(context: CheckContext, field: TypedRule, value: TypedRule, rule: Rule): void {
	if (field.kind !== 'field' || value.kind !== 'constant' || value.type !== 'text') {
		return;
	}
	const values = context.fields.get(field.name)?.values ?? [];
	if (values.length > 0 && !values.includes(value.value)) {
		const nearest = nearestName(value.value, values);
		const advice = nearest === null ? '' : ` Did you mean ${printText(nearest)}?`;
		const message = `${printText(value.value)} is not among the known values of ${printField(field.name)}.${advice}`;
		const fixes = nearest === null ? [] : [replacing(rule, printText(nearest))];
		context.report('info', 'rule.unknown-value', rule, message, fixes);
	}
}

function reportConstant(context: CheckContext, rule: Rule, operands: readonly TypedRule[]): void {
	if (operands.every((operand) => operand.kind === 'constant')) {
		const message = 'This condition looks at no field: it is the same for every customer.';
		context.report('warning', 'rule.constant', rule, message);
	}
}
