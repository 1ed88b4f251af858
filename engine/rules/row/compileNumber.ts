import { civilOfDay } from '#shared/rules/calendar.ts';
import type { FunctionName } from '#shared/rules/functions.ts';
import type { ArithmeticOperator } from '#shared/rules/Rule.ts';
import type { TypedRule } from '#shared/rules/TypedRule.ts';
import type { RowScope } from './CellReader.ts';
import { compileInstant } from './compileInstant.ts';

/**
 * A number per row, as `at(row) / 10 ** scale`; NaN is "no value". Exact numbers are whole numbers of their scale, so that sums,
 * differences and products of decimals are exact while they stay below 2^53; the others are doubles with scale 0.
 */
export interface NumberProgram {
	readonly scale: number;
	readonly isExact: boolean;
	readonly at: (row: number) => number;
}

/** Beyond this many decimal places arithmetic goes on in doubles. */
const MAX_SCALE = 12;
const MAX_EXACT_DIGITS = 15;

export function compileNumber(typed: TypedRule, scope: RowScope): NumberProgram {
	switch (typed.kind) {
		case 'constant':
			return typed.type === 'number' ? constant(typed.digits) : refuse(typed);
		case 'field': {
			const reader = scope.readerOf(typed.name);
			return reader.kind === 'number' ? reader : refuse(typed);
		}
		case 'arithmetic':
			return arithmetic(typed.operator, compileNumber(typed.left, scope), compileNumber(typed.right, scope));
		case 'negation': {
			const { at, ...rest } = compileNumber(typed.operand, scope);
			return { ...rest, at: (row) => -at(row) };
		}
		case 'days-between': {
			const [left, right] = [compileInstant(typed.left, scope), compileInstant(typed.right, scope)];
			return whole((row) => left(row) - right(row));
		}
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

/** Both numbers on one scale, so that `at` can be compared. */
export function aligned(programs: readonly NumberProgram[]): readonly NumberProgram[] {
	const isExact = programs.every((program) => program.isExact);
	const scale = Math.max(...programs.map((program) => program.scale));
	return programs.map((program) => (isExact && scale <= MAX_SCALE ? rescaled(program, scale) : inDoubles(program)));
}

function call(name: FunctionName, parameters: readonly TypedRule[], scope: RowScope): NumberProgram {
	const [first] = parameters;
	if (!first) {
		throw new Error(`${name} without an argument`);
	}
	switch (name) {
		case 'abs': {
			const { at, ...rest } = compileNumber(first, scope);
			return { ...rest, at: (row) => Math.abs(at(row)) };
		}
		case 'year':
		case 'month': {
			const day = compileInstant(first, scope);
			return whole((row) => {
				const value = day(row);
				return Number.isNaN(value) ? value : civilOfDay(value)[name];
			});
		}
		case 'coalesce': {
			const programs = aligned(parameters.map((parameter) => compileNumber(parameter, scope)));
			const { scale, isExact } = programs[0]!;
			return { scale, isExact, at: (row) => firstNumber(programs, row) };
		}
		case 'lower':
		case 'upper':
			throw new Error(`${name} gives no number`);
	}
}

function firstNumber(programs: readonly NumberProgram[], row: number): number {
	for (const program of programs) {
		const value = program.at(row);
		if (!Number.isNaN(value)) {
			return value;
		}
	}
	return Number.NaN;
}

function arithmetic(operator: ArithmeticOperator, left: NumberProgram, right: NumberProgram): NumberProgram {
	switch (operator) {
		case '+': {
			const [a, b] = aligned([left, right]) as [NumberProgram, NumberProgram];
			return { ...a, at: (row) => finite(a.at(row) + b.at(row)) };
		}
		case '-': {
			const [a, b] = aligned([left, right]) as [NumberProgram, NumberProgram];
			return { ...a, at: (row) => finite(a.at(row) - b.at(row)) };
		}
		case '*': {
			const isExact = left.isExact && right.isExact && left.scale + right.scale <= MAX_SCALE;
			const [a, b] = isExact ? [left, right] : [inDoubles(left), inDoubles(right)];
			return { scale: a.scale + b.scale, isExact, at: (row) => finite(a.at(row) * b.at(row)) };
		}
		case '/': {
			const [a, b] = [inDoubles(left), inDoubles(right)];
			return { scale: 0, isExact: false, at: (row) => finite(a.at(row) / b.at(row)) };
		}
	}
}

/** Division by zero and overflow have no value. */
function finite(value: number): number {
	return Number.isFinite(value) ? value : Number.NaN;
}

function constant(digits: string): NumberProgram {
	const [wholePart = '', places = ''] = digits.split('.');
	const isExact = wholePart.length + places.length <= MAX_EXACT_DIGITS && places.length <= MAX_SCALE;
	const value = isExact ? Number(wholePart + places) : Number(digits);
	return { scale: isExact ? places.length : 0, isExact, at: () => value };
}

function whole(at: (row: number) => number): NumberProgram {
	return { scale: 0, isExact: true, at };
}

function rescaled(program: NumberProgram, scale: number): NumberProgram {
	const factor = 10 ** (scale - program.scale);
	const { at } = program;
	return factor === 1 ? program : { scale, isExact: true, at: (row) => at(row) * factor };
}

function inDoubles({ at, scale }: NumberProgram): NumberProgram {
	const divisor = 10 ** scale;
	return { scale: 0, isExact: false, at: scale === 0 ? at : (row) => at(row) / divisor };
}

function refuse(typed: TypedRule): never {
	throw new Error(`A checked rule uses ${typed.kind} of type ${typed.type} as a number`);
}
