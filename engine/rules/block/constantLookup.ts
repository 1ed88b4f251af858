import type { Constant, TypedRule } from '#shared/rules/TypedRule.ts';
import type { FillNumbers, FillTruths } from './BlockReader.ts';
import type { BlockScope } from './BlockScope.ts';
import { compileInstant, constantInstant } from './compileInstant.ts';
import { compileNumber, constantNumber } from './compileNumber.ts';
import { compileText } from './compileText.ts';

/** The list of an `in`, split into what a set can answer and what has to be compared one by one. */
export interface ConstantLookup {
	/** Whether the operand equals one of the constants; unknown where it has no value. */
	readonly isListed: FillTruths;
	readonly others: readonly TypedRule[];
}

/** Puts the constants of a list into a set, so that a list of thousands costs no more per row than a short one. */
export function constantLookup(operand: TypedRule, items: readonly TypedRule[], scope: BlockScope): ConstantLookup {
	const constants = items.filter((item) => item.kind === 'constant');
	const others = items.filter((item) => item.kind !== 'constant');
	switch (operand.type) {
		case 'text':
			return { isListed: inTexts(operand, constants, scope), others };
		case 'date':
		case 'timestamp': {
			const instants = new Set(constants.map(constantInstant));
			return { isListed: inNumbers(compileInstant(operand, scope), instants, scope), others };
		}
		case 'number':
			return numberLookup(operand, constants, others, scope);
		case 'boolean':
			return { isListed: (_, count, into) => into.fill(0, 0, count), others: items };
	}
}

function inTexts(operand: TypedRule, constants: readonly Constant[], scope: BlockScope): FillTruths {
	const fill = compileText(operand, scope);
	const listed = new Set(constants.flatMap((constant) => (constant.type === 'text' ? [constant.value] : [])));
	const { texts } = scope;
	return (from, count, into) => {
		const values = texts.take();
		fill(from, count, values);
		for (let index = 0; index < count; index++) {
			const value = values[index]!;
			into[index] = value === null ? 2 : listed.has(value) ? 1 : 0;
		}
		texts.giveBack();
	};
}

/** A constant with more decimal places than the operand has equals none of its values. */
function numberLookup(
	operand: TypedRule,
	constants: readonly Constant[],
	others: readonly TypedRule[],
	scope: BlockScope,
): ConstantLookup {
	const { fill, scale, isExact } = compileNumber(operand, scope);
	const values = new Set<number>();
	const inexact: Constant[] = [];
	for (const constant of constants) {
		const number = constantNumber(constant);
		if (!isExact) {
			values.add(number.value / 10 ** number.scale);
		} else if (!number.isExact) {
			inexact.push(constant);
		} else if (number.scale <= scale) {
			values.add(number.value * 10 ** (scale - number.scale));
		}
	}
	return { isListed: inNumbers(fill, values, scope), others: [...inexact, ...others] };
}

function inNumbers(fill: FillNumbers, listed: ReadonlySet<number>, { numbers }: BlockScope): FillTruths {
	return (from, count, into) => {
		const values = numbers.take();
		fill(from, count, values);
		for (let index = 0; index < count; index++) {
			const value = values[index]!;
			into[index] = Number.isNaN(value) ? 2 : listed.has(value) ? 1 : 0;
		}
		numbers.giveBack();
	};
}
