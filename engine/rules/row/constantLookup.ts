import type { Constant, TypedRule } from '#shared/rules/TypedRule.ts';
import type { RowScope, Truth } from './CellReader.ts';
import { compileInstant } from './compileInstant.ts';
import { compileNumber } from './compileNumber.ts';
import { compileText } from './compileText.ts';

/** The list of an `in`, split into what a set can answer and what has to be compared one by one. */
export interface ConstantLookup {
	/** Whether the operand equals one of the constants; unknown where it has no value. */
	readonly isListed: (row: number) => Truth;
	readonly others: readonly TypedRule[];
}

/** Puts the constants of a list into a set, so that a list of thousands costs no more per row than a short one. */
export function constantLookup(operand: TypedRule, items: readonly TypedRule[], scope: RowScope): ConstantLookup {
	const constants = items.filter((item) => item.kind === 'constant');
	const others = items.filter((item) => item.kind !== 'constant');
	switch (operand.type) {
		case 'text': {
			const at = compileText(operand, scope);
			const texts = new Set(constants.map((item) => compileText(item, scope)(0)));
			const isListed = (row: number): Truth => {
				const value = at(row);
				return value === null ? 2 : texts.has(value) ? 1 : 0;
			};
			return { isListed, others };
		}
		case 'date':
		case 'timestamp': {
			const instants = new Set(constants.map((item) => compileInstant(item, scope)(0)));
			return { isListed: inNumbers(compileInstant(operand, scope), instants), others };
		}
		case 'number':
			return numberLookup(operand, constants, others, scope);
		case 'boolean':
			return { isListed: () => 0, others: items };
	}
}

/** A constant with more decimal places than the operand has equals none of its values. */
function numberLookup(
	operand: TypedRule,
	constants: readonly Constant[],
	others: readonly TypedRule[],
	scope: RowScope,
): ConstantLookup {
	const { at, scale, isExact } = compileNumber(operand, scope);
	const values = new Set<number>();
	const inexact: Constant[] = [];
	for (const constant of constants) {
		const number = compileNumber(constant, scope);
		if (!isExact) {
			values.add(number.at(0) / 10 ** number.scale);
		} else if (!number.isExact) {
			inexact.push(constant);
		} else if (number.scale <= scale) {
			values.add(number.at(0) * 10 ** (scale - number.scale));
		}
	}
	return { isListed: inNumbers(at, values), others: [...inexact, ...others] };
}

function inNumbers(at: (row: number) => number, values: ReadonlySet<number>): (row: number) => Truth {
	return (row) => {
		const value = at(row);
		return Number.isNaN(value) ? 2 : values.has(value) ? 1 : 0;
	};
}
