import { dayOfCivil, MS_PER_DAY } from '../../calendar.ts';
import { backslashText } from '../backslashText.ts';
import { isoDay, isoMoment } from '../isoMoment.ts';
import { patternText } from '../patternText.ts';
import { re2Style } from '../re2Style.ts';
import { atom, call } from '../Sql.ts';
import type { SqlDialect } from '../SqlDialect.ts';
import { decimalType, isFound, nullIfZero, plainTable, standardSql } from '../standardSql.ts';

/** What the narrow types of early versions hold; the wide ones go on to 2299. */
const NARROW = { first: 0, last: dayOfCivil({ year: 2105, month: 12, day: 31 }) };
const WIDE = {
	first: dayOfCivil({ year: 1900, month: 1, day: 1 }),
	last: dayOfCivil({ year: 2299, month: 12, day: 31 }),
};

/**
 * Early versions take "unknown and false" for unknown, compare decimals with decimals only and have no dates before 1970: the
 * statements keep to what all versions understand alike.
 */
export const clickhouse: SqlDialect = {
	...standardSql,
	id: 'clickhouse',
	label: 'ClickHouse',
	description: '18.16 or later; dates from 1900 to 2299',
	hasThreeValuedLogic: false,
	decimals: 'rounded',
	caseNote:
		'ClickHouse changes the case of single characters only: lower and upper differ from Tranche for the few that become several, such as İ and ﬁ.',
	identifier: (name) => backslashText(name, '`'),
	columnType(column) {
		const types = {
			text: 'String',
			integer: 'Int64',
			date: 'Date32',
			timestamp: "DateTime64(3, 'UTC')",
			boolean: 'UInt8',
		};
		return `Nullable(${column.type === 'decimal' ? decimalType('Decimal', column, 'Float64') : types[column.type]})`;
	},
	createTable: (table, columns) => `${plainTable(table, columns)}\nENGINE = MergeTree ORDER BY tuple()`,
	loading: [
		"clickhouse-client --date_time_input_format best_effort --query 'INSERT INTO TABLE FORMAT CSVWithNames' < FILE",
	],
	textLiteral: (value) => backslashText(value, "'"),
	truthLiteral: (value) => (value ? '1' : '0'),
	dateLiteral: (day) =>
		day >= NARROW.first && day <= NARROW.last
			? `toDate('${isoDay(day)}')`
			: `toDate32('${isoDay(day, WIDE.first, WIDE.last, 'ClickHouse')}')`,
	momentLiteral(ms) {
		const day = Math.floor(ms / MS_PER_DAY);
		const isNarrow = day >= NARROW.first && day <= NARROW.last && ms % 1000 === 0;
		isoDay(day, WIDE.first, WIDE.last, 'ClickHouse');
		return isNarrow ? `toDateTime('${isoMoment(ms)}', 'UTC')` : `toDateTime64('${isoMoment(ms, true)}', 3, 'UTC')`;
	},
	decimalField: (name) => call('toFloat64', name),
	toDouble: (value) => (value.text.startsWith('toFloat64(') ? value : call('toFloat64', value)),
	roundTo: (value, places) => atom(`round(${value.text}, ${places})`),
	quotient: nullIfZero,
	lower: (text) => call('lowerUTF8', text),
	upper: (text) => atom(`upperUTF8(replaceAll(${text.text}, 'ß', 'ss'))`),
	contains: isFound('position'),
	startsWith: (text, part) => call('startsWith', text, part),
	endsWith: (text, part) => call('endsWith', text, part),
	matches: (text, pattern) => atom(`match(${text.text}, ${backslashText(patternText(pattern, re2Style), "'")})`),
	datePart: (part, date) => call(part === 'year' ? 'toYear' : 'toMonth', date),
	dateOfMoment: (moment) => call('toDate', moment),
	daysBetween: (later, earlier) => ({
		text: `toInt32(${later.text}) - toInt32(${earlier.text})`,
		binding: 'sum',
	}),
	shift(moved, _, months, days) {
		const inMonth = months === 0 ? moved : call('addMonths', moved, atom(String(months)));
		return days === 0 ? inMonth : call('addDays', inMonth, atom(String(days)));
	},
};
