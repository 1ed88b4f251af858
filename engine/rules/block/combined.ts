import type { ArithmeticOperator } from '#shared/rules/Rule.ts';
import type { FillNumbers } from './BlockReader.ts';
import type { BlockScope } from './BlockScope.ts';

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

type Join = (into: Float64Array, other: Float64Array, count: number) => void;

/** One loop each, so that every one of them is compiled for its operator. */
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
