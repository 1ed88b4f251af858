import { parsePattern } from '../pattern/parsePattern.ts';
import type { CompareOperator } from '../Rule.ts';
import type { Constant, TypedRule } from '../TypedRule.ts';
import { instantSql } from './instantSql.ts';
import { numberSql } from './numberSql.ts';
import type { RuleSqlContext } from './RuleSqlContext.ts';
import { atom, call, joined, negated, operand, predicate, type Sql, within } from './Sql.ts';
import { textSql } from './textSql.ts';

/**
 * A condition whose three outcomes are those of the rule. In dialects whose connectives do not follow three-valued logic only `true` is
 * certain: a false condition may come out as unknown. Negations then stand before single conditions, which are never in doubt.
 */
export function conditionSql(typed: TypedRule, context: RuleSqlContext, isNegated = false): Sql {
	switch (typed.kind) {
		case 'and':
		case 'or': {
			const kind = isNegated === (typed.kind === 'and') ? 'or' : 'and';
			return joined(
				kind,
				typed.operands.map((part) => conditionSql(part, context, isNegated)),
			);
		}
		case 'not':
			return context.dialect.hasThreeValuedLogic
				? negated(conditionSql(typed.operand, context))
				: conditionSql(typed.operand, context, !isNegated);
		case 'between':
			return betweenSql(typed, context, isNegated);
		case 'in':
			return listSql(typed, context, isNegated);
		case 'is-null':
			return nullSql(typed.operand, context, isNegated);
		case 'constant':
		case 'field':
		case 'comparison':
		case 'text-match':
		case 'call': {
			const sql = certainSql(typed, context);
			return isNegated ? negated(sql) : sql;
		}
		case 'arithmetic':
		case 'asof':
		case 'date-of':
		case 'days-between':
		case 'negation':
		case 'shift':
			throw new Error(`A checked rule uses ${typed.kind} of type ${typed.type} as a condition`);
	}
}

/** Any value, as it stands beside a comparison. */
export function valueSql(typed: TypedRule, context: RuleSqlContext): Sql {
	switch (typed.type) {
		case 'number':
			return numberSql(typed, context).sql;
		case 'text':
			return textSql(typed, context);
		case 'date':
		case 'timestamp':
			return instantSql(typed, context);
		case 'boolean':
			return truthValueSql(typed, context);
	}
}

function certainSql(
	typed: TypedRule & { readonly kind: 'constant' | 'field' | 'comparison' | 'text-match' | 'call' },
	context: RuleSqlContext,
): Sql {
	const { dialect } = context;
	switch (typed.kind) {
		case 'constant':
			return typed.type === 'boolean' ? atom(dialect.truthLiteral(typed.value)) : atom(dialect.truthLiteral(false));
		case 'field':
			return atom(dialect.identifier(typed.name));
		case 'comparison':
			return comparisonSql(typed.operator, typed.left, typed.right, context);
		case 'call':
			return call('COALESCE', ...typed.arguments.map((part) => truthValueSql(part, context)));
		case 'text-match': {
			const text = textSql(typed.operand, context);
			if (typed.operator === 'matches') {
				const written = typed.pattern.kind === 'constant' && typed.pattern.type === 'text' ? typed.pattern.value : '';
				return dialect.matches(text, parsePattern(written));
			}
			const part = textSql(typed.pattern, context);
			switch (typed.operator) {
				case 'contains':
					return dialect.contains(text, part);
				case 'starts with':
					return dialect.startsWith(text, part);
				case 'ends with':
					return dialect.endsWith(text, part);
			}
		}
	}
}

function comparisonSql(operator: CompareOperator, left: TypedRule, right: TypedRule, context: RuleSqlContext): Sql {
	const sign = operator === '!=' ? '<>' : operator;
	const isOrdered = operator !== '=' && operator !== '!=';
	const [a, b] = [left, right].map((side) => valueSql(side, context));
	const first = isOrdered && left.type === 'text' ? context.dialect.inByteOrder(a!) : a!;
	return predicate(`${operand(first)} ${sign} ${operand(b!)}`);
}

function betweenSql(
	{ operand: value, low, high }: TypedRule & { readonly kind: 'between' },
	context: RuleSqlContext,
	isNegated: boolean,
): Sql {
	if (isNegated) {
		return joined('or', [comparisonSql('<', value, low, context), comparisonSql('>', value, high, context)]);
	}
	const [tested, from, to] = [value, low, high].map((side) => valueSql(side, context));
	const first = value.type === 'text' ? context.dialect.inByteOrder(tested!) : tested!;
	return predicate(`${operand(first)} BETWEEN ${within(from!, 'atom')} AND ${operand(to!)}`);
}

/** Some databases take a missing value for "not in the list": where it matters, that it is missing is asked for by name. */
function listSql(
	{ operand: value, items }: TypedRule & { readonly kind: 'in' },
	context: RuleSqlContext,
	isNegated: boolean,
): Sql {
	const constants = items.filter((item) => item.kind === 'constant');
	const others = items.filter((item) => item.kind !== 'constant');
	const operator = isNegated ? '!=' : '=';
	const compared = others.map((item) => comparisonSql(operator, value, item, context));
	if (constants.length === 0) {
		return joined(isNegated ? 'and' : 'or', compared);
	}
	const tested = listed(value, constants, context);
	const list = constants.map((item) => valueSql(item, context).text).join(', ');
	if (!isNegated) {
		return joined('or', [predicate(`${operand(tested)} IN (${list})`), ...compared]);
	}
	const isThere = predicate(`${operand(tested)} IS NOT NULL`);
	return joined('and', [isThere, predicate(`${operand(tested)} NOT IN (${list})`), ...compared]);
}

/** A whole number beside fractions is a double where the database would turn the list into whole numbers. */
function listed(value: TypedRule, constants: readonly Constant[], context: RuleSqlContext): Sql {
	const { dialect } = context;
	const hasFraction = constants.some((item) => item.type === 'number' && item.digits.includes('.'));
	const tested = valueSql(value, context);
	return dialect.decimals === 'rounded' && hasFraction ? dialect.toDouble(tested) : tested;
}

function nullSql(value: TypedRule, context: RuleSqlContext, isNegated: boolean): Sql {
	return predicate(`${operand(valueSql(value, context))} IS ${isNegated ? 'NOT ' : ''}NULL`);
}

/** A condition as a value: true, false or none. */
function truthValueSql(typed: TypedRule, context: RuleSqlContext): Sql {
	const isPlain = typed.kind === 'field' || typed.kind === 'constant' || context.dialect.hasThreeValuedLogic;
	if (isPlain) {
		return conditionSql(typed, context);
	}
	const [holds, fails] = [conditionSql(typed, context), conditionSql(typed, context, true)];
	const [yes, no] = [true, false].map((value) => context.dialect.truthLiteral(value));
	return atom(`CASE WHEN ${holds.text} THEN ${yes} WHEN ${fails.text} THEN ${no} END`);
}
