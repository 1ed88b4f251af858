import type { TypedRule } from '../TypedRule.ts';
import type { RuleSqlContext } from './RuleSqlContext.ts';
import { atom, call, type Sql } from './Sql.ts';

/** A checked rule of type text. */
export function textSql(typed: TypedRule, context: RuleSqlContext): Sql {
	const { dialect } = context;
	if (typed.kind === 'constant' && typed.type === 'text') {
		return atom(dialect.textLiteral(typed.value));
	}
	if (typed.kind === 'field') {
		return atom(dialect.identifier(typed.name));
	}
	if (typed.kind === 'call') {
		const parameters = typed.arguments.map((parameter) => textSql(parameter, context));
		if (typed.name === 'coalesce') {
			return call('COALESCE', ...parameters);
		}
		const [first] = parameters;
		if (first && (typed.name === 'lower' || typed.name === 'upper')) {
			if (dialect.caseNote !== null) {
				context.notes.add(dialect.caseNote);
			}
			return dialect[typed.name](first);
		}
	}
	throw new Error(`A checked rule uses ${typed.kind} of type ${typed.type} as text`);
}
