import { addMonths, MS_PER_DAY } from '../calendar.ts';
import type { TypedRule } from '../TypedRule.ts';
import type { RuleSqlContext } from './RuleSqlContext.ts';
import { atom, call, type Sql } from './Sql.ts';

/** A checked rule of type date or timestamp. What can be known when the statement is written, such as asof - 90 days, is a literal. */
export function instantSql(typed: TypedRule, context: RuleSqlContext): Sql {
	const { dialect } = context;
	const known = knownInstant(typed, context.asOfDay);
	if (known !== null) {
		return atom(typed.type === 'date' ? dialect.dateLiteral(known) : dialect.momentLiteral(known));
	}
	switch (typed.kind) {
		case 'field': {
			const name = atom(dialect.identifier(typed.name));
			return typed.type === 'timestamp' ? dialect.momentField(name) : name;
		}
		case 'date-of':
			return dialect.dateOfMoment(instantSql(typed.operand, context));
		case 'shift': {
			const { type, months, days } = typed;
			const moved = instantSql(typed.operand, context);
			return months === 0 && days === 0 ? moved : dialect.shift(moved, type, months, days);
		}
		case 'call':
			return call('COALESCE', ...typed.arguments.map((parameter) => instantSql(parameter, context)));
		case 'and':
		case 'arithmetic':
		case 'asof':
		case 'between':
		case 'comparison':
		case 'constant':
		case 'days-between':
		case 'in':
		case 'is-null':
		case 'negation':
		case 'not':
		case 'or':
		case 'text-match':
			throw new Error(`A checked rule uses ${typed.kind} of type ${typed.type} as a date`);
	}
}

/** Days of a date, milliseconds of a moment; null where it depends on a customer. */
function knownInstant(typed: TypedRule, asOfDay: number): number | null {
	if (typed.kind === 'constant') {
		return typed.type === 'date' ? typed.day : typed.type === 'timestamp' ? typed.ms : null;
	}
	if (typed.kind === 'asof') {
		return asOfDay;
	}
	if (typed.kind === 'date-of') {
		const ms = knownInstant(typed.operand, asOfDay);
		return ms === null ? null : Math.floor(ms / MS_PER_DAY);
	}
	if (typed.kind !== 'shift') {
		return null;
	}
	const value = knownInstant(typed.operand, asOfDay);
	if (value === null) {
		return null;
	}
	const day = typed.type === 'date' ? value : Math.floor(value / MS_PER_DAY);
	const moved = (typed.months === 0 ? day : addMonths(day, typed.months)) + typed.days;
	return typed.type === 'date' ? moved : moved * MS_PER_DAY + (value - day * MS_PER_DAY);
}
