import type { TypedRule } from '#shared/rules/TypedRule.ts';
import type { FillTexts } from './BlockReader.ts';
import type { BlockScope } from './BlockScope.ts';

/** A text per row; null is "no value". */
export function compileText(typed: TypedRule, scope: BlockScope): FillTexts {
	switch (typed.kind) {
		case 'constant': {
			const value = typed.type === 'text' ? typed.value : refuse(typed);
			return (_, count, into) => into.fill(value, 0, count);
		}
		case 'field': {
			const reader = scope.readerOf(typed.name);
			return reader.kind === 'text' ? reader.fill : refuse(typed);
		}
		case 'call': {
			const [first, ...others] = typed.arguments.map((argument) => compileText(argument, scope));
			if (!first) {
				return refuse(typed);
			}
			switch (typed.name) {
				case 'lower':
					return recased(first, (text) => text.toLowerCase());
				case 'upper':
					return recased(first, (text) => text.toUpperCase());
				case 'coalesce':
					return firstText(first, others, scope);
				case 'abs':
				case 'year':
				case 'month':
					return refuse(typed);
			}
		}
		case 'and':
		case 'arithmetic':
		case 'asof':
		case 'between':
		case 'comparison':
		case 'date-of':
		case 'days-between':
		case 'in':
		case 'is-null':
		case 'negation':
		case 'not':
		case 'or':
		case 'shift':
		case 'text-match':
			return refuse(typed);
	}
}

function recased(operand: FillTexts, recase: (text: string) => string): FillTexts {
	return (from, count, into) => {
		operand(from, count, into);
		for (let index = 0; index < count; index++) {
			const text = into[index]!;
			into[index] = text === null ? null : recase(text);
		}
	};
}

function firstText(first: FillTexts, others: readonly FillTexts[], { texts }: BlockScope): FillTexts {
	return (from, count, into) => {
		first(from, count, into);
		const other = texts.take();
		for (const fill of others) {
			fill(from, count, other);
			for (let index = 0; index < count; index++) {
				into[index] ??= other[index]!;
			}
		}
		texts.giveBack();
	};
}

function refuse(typed: TypedRule): never {
	throw new Error(`A checked rule uses ${typed.kind} of type ${typed.type} as text`);
}
