import { backslashText } from '../backslashText.ts';
import { isoMoment } from '../isoMoment.ts';
import { patternText } from '../patternText.ts';
import { re2Style } from '../re2Style.ts';
import { SqlExportError } from '../SqlExportError.ts';
import { atom, call, type Sql } from '../Sql.ts';
import type { SqlDialect } from '../SqlDialect.ts';
import { castTo, isFound, nullIfZero, plainTable, standardSql, withoutSharpS } from '../standardSql.ts';

/** https://cloud.google.com/bigquery/docs/schemas#flexible-column-names */
const REFUSED_IN_NAMES = /[!"$()*,./;?@[\\\]^`{}~\n\r\t]/;
const MAX_NAME_LENGTH = 300;
/** NUMERIC holds nine decimal places, BIGNUMERIC 38. */
const NUMERIC_PLACES = 9;

/** GoogleSQL, written by its manual; no test runs on the service. Moments are DATETIMEs, whose days are those of UTC. */
export const bigquery: SqlDialect = {
	...standardSql,
	id: 'bigquery',
	label: 'BigQuery',
	description: 'GoogleSQL by its manual, not tried on the service',
	hasCaseInNames: false,
	caseNote:
		'BigQuery’s manual does not say how lower and upper treat characters whose other case is several characters, such as İ and ﬁ.',
	identifier(name) {
		const found = REFUSED_IN_NAMES.exec(name);
		if (found || name.length > MAX_NAME_LENGTH) {
			const reason = found
				? `the character ${found[0].trim() || 'of a line end'}`
				: `more than ${MAX_NAME_LENGTH} letters`;
			throw new SqlExportError(`BigQuery takes no column names with ${reason}: “${name}”.`);
		}
		return backslashText(name, '`');
	},
	columnType({ type, isExact }) {
		const types = { text: 'STRING', integer: 'INT64', date: 'DATE', timestamp: 'DATETIME', boolean: 'BOOL' };
		return type === 'decimal' ? (isExact ? 'NUMERIC' : 'FLOAT64') : types[type];
	},
	createTable: plainTable,
	loading: [
		'Load the CSV file with bq load --source_format=CSV --skip_leading_rows=1 --allow_quoted_newlines DATASET.TABLE FILE.',
		'An empty text cannot be told from a missing one in it.',
	],
	textLiteral: (value) => backslashText(value, "'"),
	numberLiteral(digits) {
		const places = digits.split('.')[1]?.length ?? 0;
		return places === 0 ? digits : `${places > NUMERIC_PLACES ? 'BIGNUMERIC' : 'NUMERIC'} '${digits}'`;
	},
	momentLiteral: (ms) => `DATETIME '${isoMoment(ms)}'`,
	toDouble: castTo('FLOAT64'),
	wideFactor: castTo('BIGNUMERIC'),
	quotient: nullIfZero,
	upper: (text) => call('UPPER', withoutSharpS(text)),
	contains: isFound('STRPOS'),
	matches: (text, pattern) =>
		atom(`REGEXP_CONTAINS(${text.text}, ${backslashText(patternText(pattern, re2Style), "'")})`),
	daysBetween: (later, earlier) => atom(`DATE_DIFF(${later.text}, ${earlier.text}, DAY)`),
	shift(moved, type, months, days) {
		const name = type === 'date' ? 'DATE_ADD' : 'DATETIME_ADD';
		const added = (part: string, count: number, value: Sql): Sql =>
			count === 0 ? value : atom(`${name}(${value.text}, INTERVAL ${count} ${part})`);
		return added('DAY', days, added('MONTH', months, moved));
	},
};
