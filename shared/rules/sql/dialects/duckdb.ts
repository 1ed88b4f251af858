import { patternText } from '../patternText.ts';
import { re2Style } from '../re2Style.ts';
import { call, operand, type Sql, atom } from '../Sql.ts';
import type { SqlDialect } from '../SqlDialect.ts';
import { castTo, decimalType, nullIfZero, plainTable, standardSql, withoutSharpS } from '../standardSql.ts';

export const duckdb: SqlDialect = {
	...standardSql,
	id: 'duckdb',
	label: 'DuckDB',
	description: '1.0 or later, MotherDuck',
	hasCaseInNames: false,
	caseNote:
		'DuckDB changes the case of single characters only: lower and upper differ from Tranche for the few that become several, such as İ and ﬁ.',
	columnType(column) {
		const types = { text: 'VARCHAR', integer: 'BIGINT', date: 'DATE', timestamp: 'TIMESTAMP', boolean: 'BOOLEAN' };
		return column.type === 'decimal' ? decimalType('DECIMAL', column, 'DOUBLE') : types[column.type];
	},
	createTable: plainTable,
	loading: ["COPY TABLE FROM 'FILE' (FORMAT csv, HEADER, ALLOW_QUOTED_NULLS false);"],
	toDouble: castTo('DOUBLE'),
	quotient: nullIfZero,
	upper: (text) => call('UPPER', withoutSharpS(text)),
	matches: (text, pattern) =>
		atom(`REGEXP_MATCHES(${text.text}, ${standardSql.textLiteral(patternText(pattern, re2Style))})`),
	daysBetween: (later, earlier) => call('DATE_DIFF', atom("'day'"), earlier, later),
	shift(moved, type, months, days) {
		const steps = [
			...(months === 0 ? [] : [`INTERVAL (${months}) MONTH`]),
			...(days === 0 ? [] : [`INTERVAL (${days}) DAY`]),
		];
		const sum: Sql = { text: `${operand(moved)} + ${steps.join(' + ')}`, binding: 'sum' };
		return type === 'date' ? castTo('DATE')(sum) : sum;
	},
};
