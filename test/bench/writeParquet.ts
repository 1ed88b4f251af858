import { DuckDBInstance } from '@duckdb/node-api';
import { existsSync, renameSync } from 'node:fs';

/** The orders as DuckDB writes them to Parquet by default (Snappy, row groups of 122,880 rows); once per size. */
export async function writeParquet(csv: string): Promise<string> {
	const path = csv.replace(/\.csv$/, '.parquet');
	if (!existsSync(path)) {
		const instance = await DuckDBInstance.create(':memory:', { threads: '2' });
		const connection = await instance.connect();
		await connection.run(`copy (from read_csv_auto('${csv}')) to '${path}.partial' (format parquet)`);
		connection.closeSync();
		instance.closeSync();
		renameSync(`${path}.partial`, path);
	}
	return path;
}
