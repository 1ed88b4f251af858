import type { TypedRule } from '#shared/rules/TypedRule.ts';
import type { RowScope } from './CellReader.ts';

/** A text per row; null is "no value". */
export function compileText(typed: TypedRule, scope: RowScope): (row: number) => string | null {
	switch (typed.kind) {
		case 'constant': {
			const value = typed.type === 'text' ? typed.value : refuse(typed);
			return () => value;
		}
		case 'field': {
			const reader = scope.readerOf(typed.name);
			return reader.kind === 'text' ? reader.at : refuse(typed);
		}
		case 'call': {
			const [first, ...others] = typed.arguments.map((argument) => compileText(argument, scope));
			if (!first) {
				return refuse(typed);
			}
			switch (typed.name) {
				case 'lower':
					return (row) => first(row)?.toLowerCase() ?? null;
				case 'upper':
					return (row) => first(row)?.toUpperCase() ?? null;
				case 'coalesce':
					return (row) => others.reduce((value, other) => value ?? other(row), first(row));
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

function refuse(typed: TypedRule): never {
	throw new Error(`A checked rule uses ${typed.kind} of type ${typed.type} as text`);
}
