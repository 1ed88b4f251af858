import { backslashText } from '../backslashText.ts';
import { isoMoment } from '../isoMoment.ts';
import { patternText, type PatternStyle } from '../patternText.ts';
import { plainText } from '../plainText.ts';
import { atom, call, predicate, type Sql } from '../Sql.ts';
import type { SqlDialect } from '../SqlDialect.ts';
import { castTo, decimalType, nullIfZero, plainTable, standardSql, withoutSharpS } from '../standardSql.ts';

/** POSIX extended expressions without groups that are not kept: https://docs.snowflake.com/en/sql-reference/functions-regexp */
const style: PatternStyle = {
	group: '(',
	anything: '(.|\n)',
	mostRepeats: 255,
	firstCodePoint: 1,
	codePoint(codePoint) {
		const letter = String.fromCodePoint(codePoint);
		return /[!-/:-@[-^`{-~]/.test(letter) ? `\\${letter}` : letter;
	},
};

/** Written by Snowflake's manual; no test runs on a server. */
export const snowflake: SqlDialect = {
	...standardSql,
	id: 'snowflake',
	label: 'Snowflake',
	description: 'by its manual, not tried on a server',
	caseNote:
		'Snowflake’s manual does not say how lower and upper treat characters whose other case is several characters, such as İ and ﬁ.',
	columnType(column) {
		const types = {
			text: 'VARCHAR',
			integer: 'NUMBER(18, 0)',
			date: 'DATE',
			timestamp: 'TIMESTAMP_NTZ(3)',
			boolean: 'BOOLEAN',
		};
		return column.type === 'decimal' ? decimalType('NUMBER', column, 'FLOAT') : types[column.type];
	},
	createTable: plainTable,
	loading: [
		"PUT 'file://FILE' @%TABLE;",
		"COPY INTO TABLE FILE_FORMAT = (TYPE = CSV PARSE_HEADER = FALSE SKIP_HEADER = 1 FIELD_OPTIONALLY_ENCLOSED_BY = '\"' EMPTY_FIELD_AS_NULL = TRUE NULL_IF = ());",
	],
	identifier: (name) => standardSql.identifier(plainText(name)),
	textLiteral: (value) => backslashText(value, "'"),
	momentLiteral: (ms) => `CAST('${isoMoment(ms)}' AS TIMESTAMP_NTZ)`,
	toDouble: castTo('FLOAT'),
	quotient: nullIfZero,
	upper: (text) => call('UPPER', withoutSharpS(text)),
	startsWith: (text, part) => call('STARTSWITH', text, part),
	endsWith: (text, part) => call('ENDSWITH', text, part),
	matches: (text, pattern) =>
		predicate(`REGEXP_INSTR(${text.text}, ${backslashText(patternText(pattern, style), "'")}) > 0`),
	daysBetween: (later, earlier) => atom(`DATEDIFF(day, ${earlier.text}, ${later.text})`),
	shift(moved, _, months, days) {
		const added = (part: string, count: number, value: Sql): Sql =>
			count === 0 ? value : atom(`DATEADD(${part}, ${count}, ${value.text})`);
		return added('day', days, added('month', months, moved));
	},
};
