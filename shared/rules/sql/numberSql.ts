import type { ArithmeticOperator } from '../Rule.ts';
import type { TypedRule } from '../TypedRule.ts';
import { instantSql } from './instantSql.ts';
import type { RuleSqlContext } from './RuleSqlContext.ts';
import { atom, call, operand, type Sql, within } from './Sql.ts';

/** A number with what is known of it before it is computed, by the rules of the engine (compileNumber). */
export interface NumberSql {
	readonly sql: Sql;
	/** Most decimal places that it can have, where it is exact. */
	readonly scale: number;
	readonly isExact: boolean;
}

/** Beyond this many decimal places the engine goes on in doubles. */
const MAX_SCALE = 12;
const MAX_EXACT_DIGITS = 15;

export function numberSql(typed: TypedRule, context: RuleSqlContext): NumberSql {
	const { dialect } = context;
	switch (typed.kind) {
		case 'constant':
			return constant(typed.type === 'number' ? typed.digits : '0', context);
		case 'field': {
			const column = context.columns.get(typed.name);
			const name = atom(dialect.identifier(typed.name));
			return column?.type === 'integer'
				? { sql: name, scale: 0, isExact: true }
				: { sql: dialect.decimalField(name), scale: column?.scale ?? 0, isExact: column?.isExact ?? false };
		}
		case 'arithmetic':
			return arithmetic(typed.operator, numberSql(typed.left, context), numberSql(typed.right, context), context);
		case 'negation': {
			const { sql, ...rest } = numberSql(typed.operand, context);
			return { ...rest, sql: { text: `-${within(sql, 'atom')}`, binding: 'sum' } };
		}
		case 'days-between':
			return whole(dialect.daysBetween(instantSql(typed.left, context), instantSql(typed.right, context)));
		case 'call':
			return callSql(typed, context);
		case 'and':
		case 'asof':
		case 'between':
		case 'comparison':
		case 'date-of':
		case 'in':
		case 'is-null':
		case 'not':
		case 'or':
		case 'shift':
		case 'text-match':
			throw new Error(`A checked rule uses ${typed.kind} of type ${typed.type} as a number`);
	}
}

function callSql({ name, arguments: parameters }: TypedRule & { readonly kind: 'call' }, context: RuleSqlContext) {
	const { dialect } = context;
	const [first] = parameters;
	if (!first) {
		throw new Error(`${name} without an argument`);
	}
	switch (name) {
		case 'abs': {
			const { sql, ...rest } = numberSql(first, context);
			return { ...rest, sql: call('abs', sql) };
		}
		case 'year':
		case 'month':
			return whole(dialect.datePart(name, instantSql(first, context)));
		case 'coalesce': {
			const options = parameters.map((parameter) => numberSql(parameter, context));
			const scale = Math.max(...options.map((option) => option.scale));
			const isExact = options.every((option) => option.isExact) && scale <= MAX_SCALE;
			const isUniform = dialect.decimals === 'exact' && isExact;
			const values = options.map(({ sql }) => (isUniform ? sql : dialect.toDouble(sql)));
			return { sql: call('COALESCE', ...values), scale: isExact ? scale : 0, isExact };
		}
		case 'lower':
		case 'upper':
			throw new Error(`${name} gives no number`);
	}
}

function arithmetic(
	operator: ArithmeticOperator,
	left: NumberSql,
	right: NumberSql,
	{ dialect }: RuleSqlContext,
): NumberSql {
	if (operator === '/') {
		const [dividend, divisor] = [left, right].map(({ sql }) => dialect.toDouble(sql));
		return { sql: dialect.quotient(dividend!, divisor!), scale: 0, isExact: false };
	}
	const isProduct = operator === '*';
	const scale = isProduct ? left.scale + right.scale : Math.max(left.scale, right.scale);
	const isExact = left.isExact && right.isExact && scale <= MAX_SCALE;
	const isNative = dialect.decimals === 'exact' && isExact;
	const sides = [left, right].map(({ sql }) => (isNative ? sql : dialect.toDouble(sql)));
	const wide = isProduct && isNative && dialect.wideFactor ? dialect.wideFactor(sides[0]!) : sides[0]!;
	const sql: Sql = isProduct
		? { text: `${within(wide, 'product')} * ${within(sides[1]!, 'atom')}`, binding: 'product' }
		: { text: `${operand(wide)} ${operator} ${within(sides[1]!, 'product')}`, binding: 'sum' };
	const isRounded = dialect.decimals === 'rounded' && isExact && scale > 0;
	return { sql: isRounded ? dialect.roundTo(sql, scale) : sql, scale: isExact ? scale : 0, isExact };
}

function constant(digits: string, { dialect }: RuleSqlContext): NumberSql {
	const unsigned = digits.replace('-', '');
	const [wholePart = '', places = ''] = unsigned.split('.');
	const isExact = wholePart.length + places.length <= MAX_EXACT_DIGITS && places.length <= MAX_SCALE;
	const value = isExact ? dialect.numberLiteral(unsigned) : dialect.toDouble(atom(unsigned)).text;
	const sql: Sql = digits.startsWith('-') ? { text: `-${value}`, binding: 'sum' } : atom(value);
	return { sql, scale: isExact ? places.length : 0, isExact };
}

function whole(sql: Sql): NumberSql {
	return { sql, scale: 0, isExact: true };
}
