import { patternText, type PatternStyle } from '../patternText.ts';
import { plainText } from '../plainText.ts';
import { SqlExportError } from '../SqlExportError.ts';
import { call, operand, predicate, type Sql, within } from '../Sql.ts';
import type { SqlDialect } from '../SqlDialect.ts';
import { castTo, decimalType, nullIfZero, plainTable, standardSql } from '../standardSql.ts';

const MAX_NAME_BYTES = 63;

/** Advanced regular expressions: https://www.postgresql.org/docs/current/functions-matching.html#POSIX-SYNTAX-DETAILS */
const style: PatternStyle = {
	group: '(?:',
	anything: '.',
	mostRepeats: 255,
	firstCodePoint: 1,
	codePoint(codePoint) {
		const letter = String.fromCodePoint(codePoint);
		if (/[A-Za-z0-9 _]/.test(letter)) {
			return letter;
		}
		if (/[!-~]/.test(letter)) {
			return `\\${letter}`;
		}
		const hex = codePoint.toString(16);
		return codePoint > 0xff_ff ? `\\U${hex.padStart(8, '0')}` : `\\u${hex.padStart(4, '0')}`;
	},
};

/** PostgreSQL 11 or later with ICU, in a database with the encoding UTF-8. */
export const postgresql: SqlDialect = {
	...standardSql,
	id: 'postgresql',
	label: 'PostgreSQL',
	description: '11 or later, with the encoding UTF-8',
	identifier(name) {
		const sizeBytes = encodeURIComponent(plainText(name)).replaceAll(/%../g, '-').length;
		if (sizeBytes > MAX_NAME_BYTES) {
			throw new SqlExportError(`PostgreSQL cuts names off after ${MAX_NAME_BYTES} bytes: “${name}” is longer.`);
		}
		return standardSql.identifier(name);
	},
	columnType(column) {
		const types = { text: 'text', integer: 'bigint', date: 'date', timestamp: 'timestamp', boolean: 'boolean' };
		return column.type === 'decimal' ? decimalType('numeric', column, 'double precision') : types[column.type];
	},
	createTable: plainTable,
	loading: ["\\copy TABLE from 'FILE' with (format csv, header)"],
	toDouble: castTo('double precision'),
	wideFactor: castTo('numeric'),
	quotient: nullIfZero,
	inByteOrder: (text) => ({ text: `${within(text, 'atom')} COLLATE "C"`, binding: 'product' }),
	lower: (text) => icu('LOWER', text),
	upper: (text) => icu('UPPER', text),
	contains: (text, part) => predicate(`${operand(call('STRPOS', text, part))} > 0`),
	endsWith: (text, part) => predicate(`RIGHT(${text.text}, LENGTH(${part.text})) = ${operand(part)}`),
	matches: (text, pattern) =>
		predicate(`${within(text, 'atom')} ~ ${standardSql.textLiteral(patternText(pattern, style))}`),
	daysBetween: (later, earlier) => ({
		text: `${operand(later)} - ${within(earlier, 'atom')}`,
		binding: 'sum',
	}),
	shift(moved, type, months, days) {
		const parts = [...(months === 0 ? [] : [`${months} months`]), ...(days === 0 ? [] : [`${days} days`])];
		const sum: Sql = { text: `${operand(moved)} + INTERVAL '${parts.join(' ')}'`, binding: 'sum' };
		return type === 'date' ? castTo('date')(sum) : sum;
	},
};

/** Unicode's own rules of case, whatever the collation of the column; the result takes part in comparisons without it. */
function icu(name: string, text: Sql): Sql {
	return { text: `${name}(${within(text, 'atom')} COLLATE "und-x-icu") COLLATE "C"`, binding: 'product' };
}
