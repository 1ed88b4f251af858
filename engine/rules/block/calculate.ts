import type { ArithmeticOperator } from '#shared/rules/Rule.ts';
import type { FillNumbers } from './BlockReader.ts';
import type { BlockScope } from './BlockScope.ts';

// One loop for each calculation instead of one that is given a function: these are what long sums consist of.

/** Arithmetic on two numbers a row. Division by zero and overflow have no value. */
export function combined(
	operator: ArithmeticOperator,
	left: FillNumbers,
	right: FillNumbers,
	{ numbers }: BlockScope,
): FillNumbers {
	const join = joins[operator];
	return (from, count, into) => {
		left(from, count, into);
		const other = numbers.take();
		right(from, count, other);
		join(into, other, count);
		numbers.giveBack();
	};
}

export function negated(operand: FillNumbers): FillNumbers {
	return (from, count, into) => {
		operand(from, count, into);
		for (let index = 0; index < count; index++) {
			into[index] = -into[index]!;
		}
	};
}

export function absolute(operand: FillNumbers): FillNumbers {
	return (from, count, into) => {
		operand(from, count, into);
		for (let index = 0; index < count; index++) {
			into[index] = Math.abs(into[index]!);
		}
	};
}

export function multiplied(operand: FillNumbers, factor: number): FillNumbers {
	return (from, count, into) => {
		operand(from, count, into);
		for (let index = 0; index < count; index++) {
			into[index]! *= factor;
		}
	};
}

export function divided(operand: FillNumbers, divisor: number): FillNumbers {
	return (from, count, into) => {
		operand(from, count, into);
		for (let index = 0; index < count; index++) {
			into[index]! /= divisor;
		}
	};
}

type Join = (into: Float64Array, other: Float64Array, count: number) => void;

const joins: Readonly<Record<ArithmeticOperator, Join>> = {
	'+': (into, other, count) => {
		for (let index = 0; index < count; index++) {
			into[index] = finite(into[index]! + other[index]!);
		}
	},
	'-': (into, other, count) => {
		for (let index = 0; index < count; index++) {
			into[index] = finite(into[index]! - other[index]!);
		}
	},
	'*': (into, other, count) => {
		for (let index = 0; index < count; index++) {
			into[index] = finite(into[index]! * other[index]!);
		}
	},
	'/': (into, other, count) => {
		for (let index = 0; index < count; index++) {
			into[index] = finite(into[index]! / other[index]!);
		}
	},
};

/** What is infinite becomes NaN, since its difference from itself is NaN; a branch would take eight times as long. */
function finite(value: number): number {
	return value + (value - value);
}
