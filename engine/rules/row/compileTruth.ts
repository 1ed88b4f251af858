import type { CompareOperator } from '#shared/rules/Rule.ts';
import type { TypedRule } from '#shared/rules/TypedRule.ts';
import { PatternMatcher } from '../pattern/PatternMatcher.ts';
import type { RowScope, Truth } from './CellReader.ts';
import { compareText } from './compareText.ts';
import { compileInstant } from './compileInstant.ts';
import { aligned, compileNumber } from './compileNumber.ts';
import { compileText } from './compileText.ts';
import { constantLookup } from './constantLookup.ts';

type TruthAt = (row: number) => Truth;

/** A condition per row: false, true or unknown. The general path: every construct of the language, one row at a time. */
export function compileTruth(typed: TypedRule, scope: RowScope): TruthAt {
	switch (typed.kind) {
		case 'and':
		case 'or':
			return connective(
				typed.kind === 'and' ? 0 : 1,
				typed.operands.map((operand) => compileTruth(operand, scope)),
			);
		case 'not': {
			const operand = compileTruth(typed.operand, scope);
			return (row) => negated(operand(row));
		}
		case 'comparison':
			return comparison(typed.operator, typed.left, typed.right, scope);
		case 'between': {
			const above = comparison('>=', typed.operand, typed.low, scope);
			const below = comparison('<=', typed.operand, typed.high, scope);
			return connective(0, [above, below]);
		}
		case 'in': {
			const { isListed, others } = constantLookup(typed.operand, typed.items, scope);
			return connective(1, [isListed, ...others.map((item) => comparison('=', typed.operand, item, scope))]);
		}
		case 'is-null': {
			const isMissing = compileMissing(typed.operand, scope);
			return (row) => (isMissing(row) ? 1 : 0);
		}
		case 'text-match':
			return textMatch(typed, scope);
		case 'field': {
			const reader = scope.readerOf(typed.name);
			return reader.kind === 'boolean' ? reader.at : refuse(typed);
		}
		case 'constant': {
			const value = typed.type === 'boolean' ? truthOf(typed.value) : refuse(typed);
			return () => value;
		}
		case 'call': {
			const options = typed.arguments.map((argument) => compileTruth(argument, scope));
			return typed.name === 'coalesce' ? (row) => firstKnown(options, row) : refuse(typed);
		}
		case 'arithmetic':
		case 'asof':
		case 'date-of':
		case 'days-between':
		case 'negation':
		case 'shift':
			return refuse(typed);
	}
}

function comparison(operator: CompareOperator, left: TypedRule, right: TypedRule, scope: RowScope): TruthAt {
	const holds = ordering[operator];
	switch (left.type) {
		case 'number': {
			const [a, b] = aligned([compileNumber(left, scope), compileNumber(right, scope)]);
			return ordered(holds, a!.at, b!.at);
		}
		case 'date':
		case 'timestamp':
			return ordered(holds, compileInstant(left, scope), compileInstant(right, scope));
		case 'text': {
			const [a, b] = [compileText(left, scope), compileText(right, scope)];
			return (row) => {
				const [x, y] = [a(row), b(row)];
				return x === null || y === null ? 2 : truthOf(holds(x === y ? 0 : compareText(x, y)));
			};
		}
		case 'boolean': {
			const [a, b] = [compileTruth(left, scope), compileTruth(right, scope)];
			return (row) => {
				const [x, y] = [a(row), b(row)];
				return x === 2 || y === 2 ? 2 : truthOf(holds(x - y));
			};
		}
	}
}

/** Whether the order of two values (their difference) is as the operator asks. */
const ordering: Readonly<Record<CompareOperator, (order: number) => boolean>> = {
	'=': (order) => order === 0,
	'!=': (order) => order !== 0,
	'<': (order) => order < 0,
	'<=': (order) => order <= 0,
	'>': (order) => order > 0,
	'>=': (order) => order >= 0,
};

function ordered(holds: (order: number) => boolean, a: (row: number) => number, b: (row: number) => number): TruthAt {
	return (row) => {
		const order = a(row) - b(row);
		return Number.isNaN(order) ? 2 : truthOf(holds(order));
	};
}

function textMatch(typed: TypedRule & { kind: 'text-match' }, scope: RowScope): TruthAt {
	const text = compileText(typed.operand, scope);
	if (typed.operator === 'matches') {
		const matcher = new PatternMatcher(compileText(typed.pattern, scope)(0) ?? '');
		return (row) => {
			const value = text(row);
			return value === null ? 2 : truthOf(matcher.matches(value));
		};
	}
	const { operator } = typed;
	const pattern = compileText(typed.pattern, scope);
	return (row) => {
		const [value, part] = [text(row), pattern(row)];
		if (value === null || part === null) {
			return 2;
		}
		switch (operator) {
			case 'contains':
				return truthOf(value.includes(part));
			case 'starts with':
				return truthOf(value.startsWith(part));
			case 'ends with':
				return truthOf(value.endsWith(part));
		}
	};
}

function compileMissing(typed: TypedRule, scope: RowScope): (row: number) => boolean {
	switch (typed.type) {
		case 'number': {
			const { at } = compileNumber(typed, scope);
			return (row) => Number.isNaN(at(row));
		}
		case 'date':
		case 'timestamp': {
			const at = compileInstant(typed, scope);
			return (row) => Number.isNaN(at(row));
		}
		case 'text': {
			const at = compileText(typed, scope);
			return (row) => at(row) === null;
		}
		case 'boolean': {
			const at = compileTruth(typed, scope);
			return (row) => at(row) === 2;
		}
	}
}

/** Kleene's and (`deciding` 0) and or (`deciding` 1): one deciding operand settles it, else one unknown leaves it open. */
function connective(deciding: 0 | 1, operands: readonly TruthAt[]): TruthAt {
	const other = deciding === 0 ? 1 : 0;
	return (row) => {
		let result: Truth = other;
		for (const operand of operands) {
			const truth = operand(row);
			if (truth === deciding) {
				return deciding;
			}
			if (truth === 2) {
				result = 2;
			}
		}
		return result;
	};
}

function firstKnown(options: readonly TruthAt[], row: number): Truth {
	for (const option of options) {
		const truth = option(row);
		if (truth !== 2) {
			return truth;
		}
	}
	return 2;
}

function negated(truth: Truth): Truth {
	return truth === 2 ? 2 : truth === 1 ? 0 : 1;
}

function truthOf(value: boolean): Truth {
	return value ? 1 : 0;
}

function refuse(typed: TypedRule): never {
	throw new Error(`A checked rule uses ${typed.kind} of type ${typed.type} as a condition`);
}
