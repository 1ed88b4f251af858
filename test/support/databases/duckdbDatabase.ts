import { DuckDBInstance } from '@duckdb/node-api';
import { cellText, type TestDatabase } from './TestDatabase.ts';

export async function duckdbDatabase(): Promise<TestDatabase> {
	const instance = await DuckDBInstance.create(':memory:');
	const connection = await instance.connect();
	return {
		dialect: 'duckdb',
		async run(statement) {
			await connection.run(statement);
		},
		async rows(query) {
			const reader = await connection.runAndReadAll(query);
			return reader.getRowsJS().map((row) => row.map(cellText));
		},
		async close() {
			connection.closeSync();
			instance.closeSync();
		},
	};
}
