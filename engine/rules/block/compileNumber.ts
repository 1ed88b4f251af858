import { civilOfDay } from '#shared/rules/calendar.ts';
import type { FunctionName } from '#shared/rules/functions.ts';
import type { ArithmeticOperator } from '#shared/rules/Rule.ts';
import type { Constant, TypedRule } from '#shared/rules/TypedRule.ts';
import type { FillNumbers } from './BlockReader.ts';
import type { BlockScope } from './BlockScope.ts';
import { absolute, combined, divided, multiplied, negated } from './calculate.ts';
import { compileInstant, moved } from './compileInstant.ts';
import { firstNumbers } from './firstNumbers.ts';

/**
 * A number per row, as what `fill` writes divided by 10 ** scale; NaN is "no value". Exact numbers are whole numbers of their scale, so
 * that sums, differences and products of decimals are exact while they stay below 2^53; the others are doubles with scale 0.
 */
export interface NumberProgram {
	readonly scale: number;
	readonly isExact: boolean;
	readonly fill: FillNumbers;
}

interface ConstantNumber {
	readonly scale: number;
	readonly isExact: boolean;
	readonly value: number;
}

/** Beyond this many decimal places arithmetic goes on in doubles. */
const MAX_SCALE = 12;
const MAX_EXACT_DIGITS = 15;

export function compileNumber(typed: TypedRule, scope: BlockScope): NumberProgram {
	switch (typed.kind) {
		case 'constant': {
			const { value, ...rest } = constantNumber(typed);
			return { ...rest, fill: (_, count, into) => into.fill(value, 0, count) };
		}
		case 'field': {
			const reader = scope.readerOf(typed.name);
			return reader.kind === 'number' ? reader : refuse(typed);
		}
		case 'arithmetic': {
			const [left, right] = [compileNumber(typed.left, scope), compileNumber(typed.right, scope)];
			return arithmetic(typed.operator, left, right, scope);
		}
		case 'negation': {
			const { fill, ...rest } = compileNumber(typed.operand, scope);
			return { ...rest, fill: negated(fill) };
		}
		case 'days-between':
			return whole(combined('-', compileInstant(typed.left, scope), compileInstant(typed.right, scope), scope));
		case 'call':
			return call(typed.name, typed.arguments, scope);
		case 'and':
		case 'asof':
		case 'between':
		case 'comparison':
		case 'date-of':
		case 'in':
		case 'is-null':
		case 'not':
		case 'or':
		case 'shift':
		case 'text-match':
			return refuse(typed);
	}
}

export function constantNumber(typed: Constant): ConstantNumber {
	const digits = typed.type === 'number' ? typed.digits : refuse(typed);
	const [wholePart = '', places = ''] = digits.split('.');
	const isExact = wholePart.length + places.length <= MAX_EXACT_DIGITS && places.length <= MAX_SCALE;
	const value = isExact ? Number(wholePart + places) : Number(digits);
	return { scale: isExact ? places.length : 0, isExact, value };
}

/** Both numbers on one scale, so that what they fill in can be compared. */
export function aligned(programs: readonly NumberProgram[]): readonly NumberProgram[] {
	const isExact = programs.every((program) => program.isExact);
	const scale = Math.max(...programs.map((program) => program.scale));
	return programs.map((program) => (isExact && scale <= MAX_SCALE ? rescaled(program, scale) : inDoubles(program)));
}

function call(name: FunctionName, parameters: readonly TypedRule[], scope: BlockScope): NumberProgram {
	const [first] = parameters;
	if (!first) {
		throw new Error(`${name} without an argument`);
	}
	switch (name) {
		case 'abs': {
			const { fill, ...rest } = compileNumber(first, scope);
			return { ...rest, fill: absolute(fill) };
		}
		case 'year':
		case 'month':
			return whole(moved(compileInstant(first, scope), (day) => civilOfDay(day)[name]));
		case 'coalesce': {
			const programs = aligned(parameters.map((parameter) => compileNumber(parameter, scope)));
			const { scale, isExact } = programs[0]!;
			const options = programs.map(({ fill }) => fill);
			return { scale, isExact, fill: firstNumbers(options, scope) };
		}
		case 'lower':
		case 'upper':
			throw new Error(`${name} gives no number`);
	}
}

function arithmetic(
	operator: ArithmeticOperator,
	left: NumberProgram,
	right: NumberProgram,
	scope: BlockScope,
): NumberProgram {
	switch (operator) {
		case '+':
		case '-': {
			const [a, b] = aligned([left, right]) as [NumberProgram, NumberProgram];
			return { ...a, fill: combined(operator, a.fill, b.fill, scope) };
		}
		case '*': {
			const isExact = left.isExact && right.isExact && left.scale + right.scale <= MAX_SCALE;
			const [a, b] = isExact ? [left, right] : [inDoubles(left), inDoubles(right)];
			return { scale: a.scale + b.scale, isExact, fill: combined('*', a.fill, b.fill, scope) };
		}
		case '/': {
			const [a, b] = [inDoubles(left), inDoubles(right)];
			return { scale: 0, isExact: false, fill: combined('/', a.fill, b.fill, scope) };
		}
	}
}

function whole(fill: FillNumbers): NumberProgram {
	return { scale: 0, isExact: true, fill };
}

function rescaled(program: NumberProgram, scale: number): NumberProgram {
	const factor = 10 ** (scale - program.scale);
	return factor === 1 ? program : { scale, isExact: true, fill: multiplied(program.fill, factor) };
}

function inDoubles({ fill, scale }: NumberProgram): NumberProgram {
	const divisor = 10 ** scale;
	return { scale: 0, isExact: false, fill: scale === 0 ? fill : divided(fill, divisor) };
}

function refuse(typed: TypedRule): never {
	throw new Error(`A checked rule uses ${typed.kind} of type ${typed.type} as a number`);
}
