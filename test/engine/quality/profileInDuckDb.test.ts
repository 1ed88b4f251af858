import { DuckDBInstance } from '@duckdb/node-api';
import { expect, test } from 'vitest';
import { RandomStream } from '../../../engine/stats/RandomStream.ts';
import { fileOf, plainTable } from '../import/importFile.ts';
import { qualityOf } from './qualityOf.ts';

const ROWS = 3000;

/** Seeded rows with gaps, skewed amounts, wide numbers, days, instants, yes and no, few and many texts, and repeated rows. */
function csvOf(): string {
	const random = new RandomStream(7);
	const draw = () => random.unit();
	const lines = Array.from({ length: ROWS }, () => {
		const day = new Date(Date.UTC(2024, 0, 1 + Math.floor(draw() * 400))).toISOString();
		const gap = (text: string) => (draw() < 0.1 ? '' : text);
		return [
			gap(String(Math.floor(draw() * 40))),
			gap((Math.exp(draw() * 6) - 50).toFixed(2)),
			gap(String(Math.floor(draw() * 1e12))),
			gap(day.slice(0, 10)),
			gap(`${day.slice(0, 10)} ${String(Math.floor(draw() * 24)).padStart(2, '0')}:15:00`),
			draw() < 0.3 ? 'true' : 'false',
			gap(['web', 'shop', 'phone'][Math.floor(draw() * 3)]!),
			gap(`name ${Math.floor(draw() * 2000)}`),
		].join(',');
	});
	const repeats = lines.slice(0, 25);
	return (
		['few,amount,wide,day,moment,flag,channel,name', ...lines, ...repeats, ...repeats.slice(0, 5)].join('\n') + '\n'
	);
}

test('completeness, distinct values, quantiles, extremes, top values and repeated rows are those of DuckDB', async () => {
	const csv = csvOf();
	const path = fileOf(csv, 'quality.csv');
	const connection = await (await DuckDBInstance.create()).connect();
	await connection.run(`create table t as select * from read_csv('${path}', header = true, columns = {'few': 'int',
		'amount': 'decimal(12, 2)', 'wide': 'bigint', 'day': 'date', 'moment': 'timestamp', 'flag': 'boolean', 'channel': 'varchar',
		'name': 'varchar'})`);
	const read = async (sql: string) => (await connection.runAndReadAll(sql)).getRowObjectsJson();
	const quality = await qualityOf(csv, plainTable);
	for (const { name, type, nulls, distinct, isDistinctExact, top, median, min, max, histogram } of quality.columns) {
		const [facts] =
			await read(`select (count(*) - count(${name}))::int as nulls, count(distinct ${name})::int as distinct_values,
			(select max(n)::int from (select count(*) as n from t where ${name} is not null group by ${name})) as most
			from t`);
		expect([name, nulls, distinct, isDistinctExact, top[0]?.rows]).toEqual([
			name,
			facts!['nulls'],
			facts!['distinct_values'],
			true,
			facts!['most'],
		]);
		if (type === 'integer' || type === 'decimal') {
			const [ordered] = await read(`select quantile_cont(${name}::double, 0.5) as median, min(${name})::double as low,
				max(${name})::double as high from t`);
			expect([name, min, max]).toEqual([name, ordered!['low'], ordered!['high']]);
			expect(median).toBeCloseTo(Number(ordered!['median']), 9);
		}
		expect([name, histogram?.counts.reduce((sum, count) => sum + count, 0) ?? null]).toEqual([
			name,
			type === 'boolean' ? null : quality.rows - nulls,
		]);
	}
	const [repeats] = await read(
		'select (count(*) - (select count(*) from (select distinct * from t)))::int as repeats from t',
	);
	expect([quality.rows, quality.repeatedRows]).toEqual([ROWS + 30, repeats!['repeats']]);
	const [fences] =
		await read(`with q as (select quantile_cont(amount::double, 0.25) as a, quantile_cont(amount::double, 0.75) as b from t)
		select count(*)::int as outliers, (select count(*)::int from t where amount < 0) as negatives
		from t, q where amount < a - 3 * (b - a) or amount > b + 3 * (b - a)`);
	const rowsOf = (code: string) =>
		quality.findings.find((found) => found.code === code && found.column === 'amount')?.rows ?? 0;
	expect([rowsOf('quality.outliers'), rowsOf('quality.negative')]).toEqual([fences!['outliers'], fences!['negatives']]);
	connection.closeSync();
});
