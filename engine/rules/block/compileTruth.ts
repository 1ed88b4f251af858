import type { CompareOperator } from '#shared/rules/Rule.ts';
import type { TypedRule } from '#shared/rules/TypedRule.ts';
import type { FillTruths } from './BlockReader.ts';
import type { BlockScope } from './BlockScope.ts';
import { compareNumbers, compareTexts, compareTruths, orderTruths } from './comparisons.ts';
import { compileInstant } from './compileInstant.ts';
import { aligned, compileNumber } from './compileNumber.ts';
import { compileText } from './compileText.ts';
import { constantLookup } from './constantLookup.ts';
import type { Scratch } from './Scratch.ts';
import { textMatch } from './textMatch.ts';

/** A condition per row: false, true or unknown. The general path: every construct of the language. */
export function compileTruth(typed: TypedRule, scope: BlockScope): FillTruths {
	switch (typed.kind) {
		case 'and':
		case 'or': {
			const operands = typed.operands.map((operand) => compileTruth(operand, scope));
			return connective(typed.kind === 'and' ? 0 : 1, operands, scope);
		}
		case 'not':
			return negated(compileTruth(typed.operand, scope));
		case 'comparison':
			return compared(typed.operator, typed.left, typed.right, scope);
		case 'between': {
			const above = compared('>=', typed.operand, typed.low, scope);
			const below = compared('<=', typed.operand, typed.high, scope);
			return connective(0, [above, below], scope);
		}
		case 'in': {
			const { isListed, others } = constantLookup(typed.operand, typed.items, scope);
			const equal = others.map((item) => compared('=', typed.operand, item, scope));
			return connective(1, [isListed, ...equal], scope);
		}
		case 'is-null':
			return isMissing(typed.operand, scope);
		case 'text-match':
			return textMatch(typed, scope);
		case 'field': {
			const reader = scope.readerOf(typed.name);
			return reader.kind === 'boolean' ? reader.fill : refuse(typed);
		}
		case 'constant': {
			const value = typed.type === 'boolean' ? typed.value : refuse(typed);
			return (_, count, into) => into.fill(value ? 1 : 0, 0, count);
		}
		case 'call': {
			const options = typed.arguments.map((argument) => compileTruth(argument, scope));
			return typed.name === 'coalesce' ? firstKnown(options, scope) : refuse(typed);
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

function compared(operator: CompareOperator, left: TypedRule, right: TypedRule, scope: BlockScope): FillTruths {
	const truths = orderTruths[operator];
	switch (left.type) {
		case 'number': {
			const [a, b] = aligned([compileNumber(left, scope), compileNumber(right, scope)]);
			return compareNumbers(truths, a!.fill, b!.fill, scope);
		}
		case 'date':
		case 'timestamp':
			return compareNumbers(truths, compileInstant(left, scope), compileInstant(right, scope), scope);
		case 'text':
			return compareTexts(truths, compileText(left, scope), compileText(right, scope), scope);
		case 'boolean':
			return compareTruths(truths, compileTruth(left, scope), compileTruth(right, scope), scope);
	}
}

/**
 * Kleene's and (`deciding` 0) and or (`deciding` 1): one deciding operand settles it, else one unknown leaves it open. Operands that
 * could change no row of the block are not looked at.
 */
function connective(deciding: 0 | 1, operands: readonly FillTruths[], { truths }: BlockScope): FillTruths {
	return (from, count, into) => {
		into.fill(1 - deciding, 0, count);
		const other = truths.take();
		for (let place = 0, open = count; place < operands.length && open > 0; place++) {
			operands[place]!(from, count, other);
			open = 0;
			for (let index = 0; index < count; index++) {
				const [a, b] = [into[index]!, other[index]!];
				const truth = a === deciding || b === deciding ? deciding : Math.max(a, b);
				into[index] = truth;
				open += truth === deciding ? 0 : 1;
			}
		}
		truths.giveBack();
	};
}

function firstKnown(options: readonly FillTruths[], { truths }: BlockScope): FillTruths {
	return (from, count, into) => {
		into.fill(2, 0, count);
		const other = truths.take();
		for (const fill of options) {
			fill(from, count, other);
			for (let index = 0; index < count; index++) {
				into[index] = into[index] === 2 ? other[index]! : into[index]!;
			}
		}
		truths.giveBack();
	};
}

function negated(operand: FillTruths): FillTruths {
	return (from, count, into) => {
		operand(from, count, into);
		for (let index = 0; index < count; index++) {
			into[index] = into[index] === 2 ? 2 : 1 - into[index]!;
		}
	};
}

function isMissing(typed: TypedRule, scope: BlockScope): FillTruths {
	switch (typed.type) {
		case 'number':
			return isGap(compileNumber(typed, scope).fill, scope.numbers, Number.isNaN);
		case 'date':
		case 'timestamp':
			return isGap(compileInstant(typed, scope), scope.numbers, Number.isNaN);
		case 'text':
			return isGap(compileText(typed, scope), scope.texts, (text) => text === null);
		case 'boolean':
			return isGap(compileTruth(typed, scope), scope.truths, (truth) => truth === 2);
	}
}

function isGap<T, A extends { readonly [index: number]: T }>(
	operand: (from: number, count: number, into: A) => void,
	scratch: Scratch<A>,
	isNoValue: (value: T) => boolean,
): FillTruths {
	return (from, count, into) => {
		const values = scratch.take();
		operand(from, count, values);
		for (let index = 0; index < count; index++) {
			into[index] = isNoValue(values[index]!) ? 1 : 0;
		}
		scratch.giveBack();
	};
}

function refuse(typed: TypedRule): never {
	throw new Error(`A checked rule uses ${typed.kind} of type ${typed.type} as a condition`);
}
