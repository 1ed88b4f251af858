import type { Pattern } from '../../pattern/Pattern.ts';
import { doubledQuotes } from '../../../sql/doubledQuotes.ts';
import { globTexts } from '../globTexts.ts';
import { isoDay, isoMoment } from '../isoMoment.ts';
import { plainText } from '../plainText.ts';
import { atom, call, joined, operand, predicate, type Sql, within } from '../Sql.ts';
import type { SqlDialect } from '../SqlDialect.ts';
import { castTo, decimalType, isFound, plainTable, standardSql } from '../standardSql.ts';

/**
 * Dates and moments are ISO texts. Names stand in back quotes, because SQLite takes a name in double quotes that it does not know for
 * a text, and would answer something wrong instead of refusing.
 */
export const sqlite: SqlDialect = {
	...standardSql,
	id: 'sqlite',
	label: 'SQLite',
	description: '3.30 or later; also the SQL console of Tranche',
	hasCaseInNames: false,
	decimals: 'rounded',
	caseNote: 'SQLite changes the case of A to Z only: lower and upper leave letters such as Ä as they are.',
	identifier: (name) => `\`${plainText(name).replaceAll('`', '``')}\``,
	columnType(column) {
		const types = { text: 'TEXT', integer: 'INTEGER', date: 'DATE', timestamp: 'TIMESTAMP', boolean: 'BOOLEAN' };
		return column.type === 'decimal' ? decimalType('DECIMAL', column, 'REAL') : types[column.type];
	},
	createTable: plainTable,
	loading: ['Export the customers as SQLite instead of CSV: the shell loads empty fields as empty texts.'],
	truthLiteral: (value) => (value ? '1' : '0'),
	dateLiteral: (day) => doubledQuotes(isoDay(day), "'"),
	momentLiteral: (ms) => doubledQuotes(isoMoment(ms, true), "'"),
	momentField: (name) => atom(`strftime('%Y-%m-%d %H:%M:%f', ${name.text})`),
	toDouble: castTo('REAL'),
	quotient: (dividend, divisor) => ({
		text: `${within(dividend, 'product')} / ${within(divisor, 'atom')}`,
		binding: 'product',
	}),
	upper: (text) => call('UPPER', text),
	contains: isFound('INSTR'),
	startsWith: (text, part) => predicate(`SUBSTR(${text.text}, 1, LENGTH(${part.text})) = ${operand(part)}`),
	endsWith: (text, part) =>
		predicate(`SUBSTR(${text.text}, LENGTH(${text.text}) - LENGTH(${part.text}) + 1) = ${operand(part)}`),
	matches(text: Sql, pattern: Pattern) {
		const tests = globTexts(pattern).map((glob) =>
			predicate(`${within(text, 'atom')} GLOB ${doubledQuotes(plainText(glob), "'")}`),
		);
		return joined('or', tests);
	},
	datePart: (part, date) => atom(`CAST(strftime('${part === 'year' ? '%Y' : '%m'}', ${date.text}) AS INTEGER)`),
	dateOfMoment: (moment) => call('DATE', moment),
	daysBetween: (later, earlier) => atom(`CAST(julianday(${later.text}) - julianday(${earlier.text}) AS INTEGER)`),
	shift(moved, type, months, days) {
		if (type === 'date') {
			return shiftedDate(moved, months, days);
		}
		const day = shiftedDate(atom(`SUBSTR(${moved.text}, 1, 10)`), months, days);
		return { text: `${day.text} || SUBSTR(${moved.text}, 11)`, binding: 'sum' };
	},
};

/** Where the month has no such day SQLite goes on into the next one; the earlier of that and the month's last day is right. */
function shiftedDate(date: Sql, months: number, days: number): Sql {
	const { text } = date;
	const inMonth =
		months === 0
			? text
			: `MIN(DATE(${text}, '${signed(months)} months'), DATE(${text}, 'start of month', '${signed(months + 1)} months', '-1 day'))`;
	return atom(days === 0 ? inMonth : `DATE(${inMonth}, '${signed(days)} days')`);
}

function signed(count: number): string {
	return count < 0 ? String(count) : `+${count}`;
}
