import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import type { SampleSummary } from '../../../engine/sample/generateSample.ts';
import { SAMPLE_AS_OF } from '../../../engine/sample/sampleCalendar.ts';

/** The files of a sample as DuckDB tables: another reader than ours, which drops the lines that it cannot read. */
export class SampleDatabase {
	readonly #connection: DuckDBConnection;

	private constructor(connection: DuckDBConnection) {
		this.#connection = connection;
	}

	static async load(sample: SampleSummary): Promise<SampleDatabase> {
		const connection = await (await DuckDBInstance.create()).connect();
		const types = {
			customers: `{'customer_id': 'BIGINT', 'age': 'INTEGER', 'signup_date': 'DATE'}`,
			orders: `{'order_date': 'DATE', 'revenue': 'DECIMAL(12, 2)', 'cost': 'DECIMAL(12, 2)'}`,
			recipients: `{'sent_at': 'TIMESTAMP', 'arm': 'VARCHAR', 'revenue': 'DECIMAL(12, 2)'}`,
			funnel: `{'occurred_at': 'TIMESTAMP'}`,
			costs: `{'cost_date': 'DATE', 'amount': 'DECIMAL(14, 2)'}`,
			surveys: `{'answered_at': 'DATE', 'nps': 'INTEGER'}`,
		} as const;
		for (const name of ['customers', 'orders', 'recipients', 'funnel', 'costs', 'surveys'] as const) {
			await connection.run(
				`create table ${name} as select * from read_csv('${sample[name].path}', header = true, delim = ',', quote = '"',
				ignore_errors = true, types = ${types[name]})`,
			);
		}
		await connection.run(`create table base as select distinct * from customers`);
		return new SampleDatabase(connection);
	}

	async rows(sql: string): Promise<readonly Record<string, unknown>[]> {
		return (await this.#connection.runAndReadAll(sql)).getRowObjectsJS();
	}

	/**
	 * Adds the table `facts`: per customer what the files say, and the segment by the rules of sampleSegmentation, written
	 * out once more in SQL.
	 */
	async addFacts(): Promise<void> {
		await this.#connection.run(`
		create table facts as
		with history as (
			select customer_id, count(distinct order_id) orders, sum(revenue) revenue,
				min(order_date) first_order, max(order_date) last_order
			from orders group by customer_id
		)
		select base.customer_id, loyalty_tier tier, acquisition_channel channel, orders, first_order,
			case
				when loyalty_tier in ('gold', 'silver') and orders >= 5 and recency_days <= 90 then 'champions'
				when tenure_days <= 90 then 'new'
				when orders >= 4 and recency_days <= 120 then 'loyal'
				when revenue >= 400 and recency_days between 121 and 365 then 'slipping'
				when recency_days > 365 then 'dormant'
				when recency_days <= 180 then 'occasional'
				when orders = 1 then 'single'
				else 'remainder'
			end segment
		from base left join (
			select *, date '${SAMPLE_AS_OF}' - last_order recency_days from history
		) using (customer_id)
		cross join lateral (select date '${SAMPLE_AS_OF}' - coalesce(signup_date, first_order) tenure_days)`);
	}

	/** Rows of a query whose columns are a text key and numbers. */
	async numbersByKey(sql: string): Promise<ReadonlyMap<string, Readonly<Record<string, number>>>> {
		const rows = await this.rows(sql);
		return new Map(
			rows.map(({ key, ...numbers }) => [
				String(key),
				Object.fromEntries(Object.entries(numbers).map(([name, value]) => [name, Number(value)])),
			]),
		);
	}

	close(): void {
		this.#connection.closeSync();
	}
}
