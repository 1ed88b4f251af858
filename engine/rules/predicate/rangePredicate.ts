import type { CompareOperator } from '#shared/rules/Rule.ts';
import type { TypedRule } from '#shared/rules/TypedRule.ts';
import type { Bitmap, Column, DateColumn, NumberColumn, TimestampColumn } from '../../columns/Column.ts';
import type { Frame } from '../../frame/Frame.ts';
import { fullBitmap, outcomeOf } from '../Outcome.ts';
import type { Outcome } from '../Outcome.ts';
import { constantSpan, rangeOperand, storedAbove, storedBelow } from './constantSpan.ts';
import type { ConstantSpan } from './constantSpan.ts';
import { rowsInRange } from './rangeKernel.ts';

/** Above this a list is looked up or read row by row instead. */
const MAX_ITEMS = 8;

/**
 * Number, date and moment columns against constants: comparison, between and short lists as scans for ranges of stored values.
 * Decimals are compared as the whole numbers they are stored as, so 12.5 is 12.50 and nothing is rounded. null where the
 * condition is of another form.
 */
export function rangePredicate(typed: TypedRule, frame: Frame): Outcome | null {
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
	const holds = scan(form.operator, spans, column);
	return outcomeOf(holds, column.nulls, column.length);
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

function scan(operator: RangeForm['operator'], spans: readonly ConstantSpan[], column: RangeColumn): Bitmap {
	const [first, second] = spans;
	const within = (low: number, high: number): Bitmap => rowsInRange(column.values, column.length, low, high);
	if (!first) {
		return within(1, 0);
	}
	switch (operator) {
		case '=':
			return within(first.low, first.high);
		case '!=':
			return allBut(within(first.low, first.high), column.length);
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
			return spans.map((span) => within(span.low, span.high)).reduce(merge);
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

function allBut(bits: Bitmap, length: number): Bitmap {
	return fullBitmap(length).map((word, index) => word & ~bits[index]!);
}

function merge(into: Bitmap, bits: Bitmap): Bitmap {
	for (let word = 0; word < into.length; word++) {
		into[word]! |= bits[word]!;
	}
	return into;
}
