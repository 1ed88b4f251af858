import { expect, test } from 'vitest';
import { emptySegmentation, type Segmentation } from '#shared/model/segmentation.ts';
import { sqlDialectId, type SqlDialectId, type SqlFrameColumn } from '#shared/model/sqlDialect.ts';
import { segmentationSql } from '#shared/rules/sql/segmentationSql.ts';
import { sqlDialects } from '#shared/rules/sql/sqlDialects.ts';

const column = (name: string, type: SqlFrameColumn['type'], scale = 0): SqlFrameColumn => ({
	name,
	type,
	scale,
	isExact: true,
});
const columns = [
	column('id', 'text'),
	column('spend', 'decimal', 2),
	column('visits', 'integer'),
	column('seen', 'date'),
	column('signed_up_at', 'timestamp'),
	column('city', 'text'),
	column('member', 'boolean'),
];

function sqlOf(
	rule: string,
	dialect: SqlDialectId,
	more: Partial<Segmentation> = {},
	extra: readonly SqlFrameColumn[] = [],
) {
	const segmentation = { ...emptySegmentation, segments: [{ id: 'a', name: 'A', rule }], ...more };
	// 2024-02-29
	const order = { columns: [...columns, ...extra], keyColumn: 'id', table: 't', asOfDay: 19_782 };
	return segmentationSql({ ...order, segmentation, dialect });
}

const conditionOf = (rule: string, dialect: SqlDialectId) =>
	/WHEN (.*) THEN 'a' -- A/.exec(sqlOf(rule, dialect).select)?.[1];

test('every dialect is listed once, with what people choose by', () => {
	expect(sqlDialects.map(({ id }) => id)).toEqual(sqlDialectId.options);
	const repeatsItself = ({ label, description }: (typeof sqlDialects)[number]) => description.startsWith(label);
	expect(sqlDialects.filter((dialect) => dialect.description === '' || repeatsItself(dialect))).toEqual([]);
});

test('what a warehouse reads, for the two that no test can run: by the words of their manuals', () => {
	const written = (rule: string) => (['snowflake', 'bigquery'] as const).map((dialect) => conditionOf(rule, dialect));
	expect(written('seen >= asof - 1 months')).toEqual([`"seen" >= DATE '2024-01-29'`, "`seen` >= DATE '2024-01-29'"]);
	expect(written('seen + 3 months > date "2024-05-01"')).toEqual([
		`DATEADD(month, 3, "seen") > DATE '2024-05-01'`,
		"DATE_ADD(`seen`, INTERVAL 3 MONTH) > DATE '2024-05-01'",
	]);
	expect(written('asof - seen > 30')).toEqual([
		`DATEDIFF(day, "seen", DATE '2024-02-29') > 30`,
		"DATE_DIFF(DATE '2024-02-29', `seen`, DAY) > 30",
	]);
	expect(written("signed_up_at < '2024-02-28 06:00'")).toEqual([
		`"signed_up_at" < CAST('2024-02-28 06:00:00' AS TIMESTAMP_NTZ)`,
		"`signed_up_at` < DATETIME '2024-02-28 06:00:00'",
	]);
	expect(written("signed_up_at <= '2024-02-28'")).toEqual([
		`CAST("signed_up_at" AS DATE) <= DATE '2024-02-28'`,
		"CAST(`signed_up_at` AS DATE) <= DATE '2024-02-28'",
	]);
	expect(written('spend / visits > 2.5')).toEqual([
		'CAST("spend" AS FLOAT) / NULLIF(CAST("visits" AS FLOAT), 0) > 2.5',
		"CAST(`spend` AS FLOAT64) / NULLIF(CAST(`visits` AS FLOAT64), 0) > NUMERIC '2.5'",
	]);
	expect(written('spend * 1.1 >= 5')).toEqual([
		'"spend" * 1.1 >= 5',
		"CAST(`spend` AS BIGNUMERIC) * NUMERIC '1.1' >= 5",
	]);
	expect(written("city contains 'it''s \\x'")).toEqual([
		String.raw`CONTAINS("city", 'it\'s \\x')`,
		"STRPOS(`city`, 'it\\'s \\\\x') > 0",
	]);
	expect(written(String.raw`city matches '^(A|b)[0-9]+\.x$'`)).toEqual([
		String.raw`REGEXP_INSTR("city", '^(A|b)[0-9]+\\.x$') > 0`,
		String.raw`REGEXP_CONTAINS(${'`city`'}, '^(?:A|b)[0-9]+\\.x$')`,
	]);
	expect(written("not (member and upper(city) = 'SS')")).toEqual([
		`NOT ("member" AND UPPER(REPLACE("city", 'ß', 'ss')) = 'SS')`,
		"NOT (`member` AND UPPER(REPLACE(`city`, 'ß', 'ss')) = 'SS')",
	]);
});

test('tables are declared with the types that the statements expect', () => {
	const created = (dialect: SqlDialectId) => sqlOf('member', dialect).createTable;
	expect(created('snowflake')).toContain(
		'CREATE TABLE "t" (\n\t"id" VARCHAR,\n\t"spend" NUMBER(18, 2),\n\t"visits" NUMBER(18, 0),\n\t"seen" DATE,\n\t"signed_up_at" TIMESTAMP_NTZ(3),\n\t"city" VARCHAR,\n\t"member" BOOLEAN\n);',
	);
	expect(created('bigquery')).toContain(
		'CREATE TABLE `t` (\n\t`id` STRING,\n\t`spend` NUMERIC,\n\t`visits` INT64,\n\t`seen` DATE,\n\t`signed_up_at` DATETIME,\n\t`city` STRING,\n\t`member` BOOL\n);',
	);
	expect(created('clickhouse')).toMatch(
		/`signed_up_at` Nullable\(DateTime64\(3, 'UTC'\)\),[^]*ENGINE = MergeTree ORDER BY tuple\(\);/,
	);
});

test('what a dialect cannot say is refused with the segment and the reason', () => {
	expect(() => sqlOf("city matches 'xa+b'", 'sqlite')).toThrow(
		'The segment “A”: SQLite has no regular expressions, only lists of characters in a row, so this “matches” cannot be written for it. A part of it may repeat without end.',
	);
	expect(() => sqlOf("seen > '1850-01-01'", 'clickhouse')).toThrow(
		/The date 1850-01-01 cannot be written in ClickHouse, which has dates from 1900-01-01 to 2299-12-31/,
	);
	expect(() => sqlOf("city = '\0'", 'postgresql')).toThrow(/holds a character that databases do not take/);
	expect(() => sqlOf('`a.b` > 1', 'bigquery', {}, [column('a.b', 'integer')])).toThrow(
		/BigQuery takes no column names with the character \./,
	);
	expect(() => sqlOf(`${'x'.repeat(64)} > 1`, 'postgresql', {}, [column('x'.repeat(64), 'integer')])).toThrow(
		/cuts names off after 63 bytes/,
	);
	expect(() => sqlOf('member', 'duckdb', {}, [column('City', 'text')])).toThrow(/two columns “City”/);
	expect(() => sqlOf('nonsense = 1', 'duckdb')).toThrow(/^The segment “A”: /);
	expect(() => sqlOf('member', 'duckdb', { exclusions: [{ id: 'x', name: 'Staff', rule: 'nobody' }] })).toThrow(
		/^The exclusion “Staff”: /,
	);
});

test('what differs is said in the statement', () => {
	const { select, notes } = sqlOf("lower(city) = 'a'", 'sqlite');
	expect(notes).toEqual([
		'SQLite changes the case of A to Z only: lower and upper leave letters such as Ä as they are.',
	]);
	expect(select).toContain(`-- ${notes[0]}\nSELECT`);
});
