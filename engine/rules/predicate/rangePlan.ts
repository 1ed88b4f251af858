import type { CompareOperator } from '#shared/rules/Rule.ts';
import type { TypedRule } from '#shared/rules/TypedRule.ts';
import type { Column, DateColumn, NumberColumn, TimestampColumn } from '../../columns/Column.ts';
import type { Frame } from '../../frame/Frame.ts';
import type { ConditionPlan } from '../ConditionPlan.ts';
import { constantSpan, rangeOperand, storedAbove, storedBelow } from './constantSpan.ts';
import type { ConstantSpan } from './constantSpan.ts';

/** Above this a list is looked up or read row by row instead. */
const MAX_ITEMS = 8;

/**
 * Number, date and moment columns against constants: comparison, between and short lists as scans for ranges of stored values.
 * Decimals are compared as the whole numbers they are stored as, so 12.5 is 12.50 and nothing is rounded. null where the
 * condition is of another form.
 */
export function rangePlan(typed: TypedRule, frame: Frame): ConditionPlan | null {
	const form = rangeForm(typed);
	const operand = form ? rangeOperand(form.operand) : null;
	const column = operand ? frame.columns.get(operand.field) : undefined;
	if (!form || !operand || !column || !isRangeColumn(column)) {
		return null;
	}
	const spans: ConstantSpan[] = [];
	for (const constant of form.constants) {
		const span = constantSpan(constant, column, operand, frame.asOfDay);
		if (!span) {
			return null;
		}
		spans.push(span);
	}
	return scan(form.operator, spans, column);
}

type RangeColumn = NumberColumn | DateColumn | TimestampColumn;

interface RangeForm {
	readonly operator: CompareOperator | 'between' | 'in';
	readonly operand: TypedRule;
	readonly constants: readonly TypedRule[];
}

function rangeForm(typed: TypedRule): RangeForm | null {
	if (typed.kind === 'comparison') {
		return rangeOperand(typed.left)
			? { operator: typed.operator, operand: typed.left, constants: [typed.right] }
			: { operator: mirrored[typed.operator], operand: typed.right, constants: [typed.left] };
	}
	if (typed.kind === 'between') {
		return { operator: 'between', operand: typed.operand, constants: [typed.low, typed.high] };
	}
	const isShortList = typed.kind === 'in' && typed.items.length <= MAX_ITEMS;
	return isShortList ? { operator: 'in', operand: typed.operand, constants: typed.items } : null;
}

function scan(operator: RangeForm['operator'], spans: readonly ConstantSpan[], column: RangeColumn): ConditionPlan {
	const [first, second] = spans;
	const { values, nulls } = column;
	const within = (low: number, high: number): ConditionPlan => ({ kind: 'range', values, nulls, low, high });
	if (!first) {
		return within(1, 0);
	}
	switch (operator) {
		case '=':
			return within(first.low, first.high);
		case '!=':
			return { kind: 'not', operand: within(first.low, first.high) };
		case '<':
			return within(-Infinity, storedBelow(first.low, column));
		case '<=':
			return within(-Infinity, first.high);
		case '>':
			return within(storedAbove(first.high, column), Infinity);
		case '>=':
			return within(first.low, Infinity);
		case 'between':
			return within(first.low, second?.high ?? -Infinity);
		case 'in':
			return { kind: 'or', operands: spans.map(({ low, high }) => within(low, high)) };
	}
}

const mirrored: Readonly<Record<CompareOperator, CompareOperator>> = {
	'=': '=',
	'!=': '!=',
	'<': '>',
	'<=': '>=',
	'>': '<',
	'>=': '<=',
};

function isRangeColumn(column: Column): column is RangeColumn {
	return column.kind === 'number' || column.kind === 'date' || column.kind === 'timestamp';
}
