import type { SqlFrameColumn } from '../../model/sqlDialect.ts';
import { doubledQuotes } from '../../sql/doubledQuotes.ts';
import { isoDay, isoMoment } from './isoMoment.ts';
import { plainText } from './plainText.ts';
import { atom, call, operand, predicate, type Sql, within } from './Sql.ts';
import type { SqlDialect } from './SqlDialect.ts';

/** What most databases have in common, as the SQL standard says it. */
export const standardSql = {
	hasThreeValuedLogic: true,
	hasCaseInNames: true,
	decimals: 'exact',
	wideFactor: null,
	caseNote: null,
	identifier: (name) => doubledQuotes(plainText(name), '"'),
	textLiteral: (value) => doubledQuotes(plainText(value), "'"),
	numberLiteral: (digits) => digits,
	truthLiteral: (value) => (value ? 'TRUE' : 'FALSE'),
	dateLiteral: (day) => `DATE '${isoDay(day)}'`,
	momentLiteral: (ms) => `TIMESTAMP '${isoMoment(ms)}'`,
	momentField: (name) => name,
	decimalField: (name) => name,
	roundTo: (value, places) => atom(`ROUND(${value.text}, ${places})`),
	inByteOrder: (text) => text,
	lower: (text) => call('LOWER', text),
	contains: (text, part) => call('CONTAINS', text, part),
	startsWith: (text, part) => call('STARTS_WITH', text, part),
	endsWith: (text, part) => call('ENDS_WITH', text, part),
	datePart: (part, date) => atom(`EXTRACT(${part.toUpperCase()} FROM ${date.text})`),
	dateOfMoment: (moment) => atom(`CAST(${moment.text} AS DATE)`),
} as const satisfies Partial<SqlDialect>;

/** A table whose columns need no more than their names and types. */
export function plainTable(table: string, columns: readonly string[]): string {
	return `CREATE TABLE ${table} (\n${columns.map((column) => `\t${column}`).join(',\n')}\n)`;
}

/** Double division that gives no value where the divisor is 0. */
export function nullIfZero(dividend: Sql, divisor: Sql): Sql {
	return { text: `${within(dividend, 'product')} / NULLIF(${divisor.text}, 0)`, binding: 'product' };
}

export function castTo(type: string): (value: Sql) => Sql {
	return (value) => atom(`CAST(${value.text} AS ${type})`);
}

/** The position of a part, from 1, or 0: texts contain the empty text. */
export function isFound(name: string): (text: Sql, part: Sql) => Sql {
	return (text, part) => predicate(`${operand(call(name, text, part))} > 0`);
}

/**
 * The upper case of ß is SS in Tranche and in Unicode. Some databases, and some versions of others, leave it as it is.
 */
export function withoutSharpS(text: Sql): Sql {
	return atom(`REPLACE(${text.text}, 'ß', 'ss')`);
}

/** Digits that the whole numbers of a decimal column have room for. */
export const DECIMAL_DIGITS = 18;

export function decimalType(name: string, { isExact, scale }: SqlFrameColumn, double: string): string {
	return isExact ? `${name}(${DECIMAL_DIGITS}, ${scale})` : double;
}
