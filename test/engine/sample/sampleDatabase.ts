import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import type { SampleSummary } from '../../../engine/sample/generateSample.ts';

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

	async run(sql: string): Promise<void> {
		await this.#connection.run(sql);
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
