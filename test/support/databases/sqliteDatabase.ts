import Database from 'better-sqlite3';
import { cellText, type TestDatabase } from './TestDatabase.ts';

export async function sqliteDatabase(): Promise<TestDatabase> {
	const database = new Database(':memory:');
	return {
		dialect: 'sqlite',
		async run(statement) {
			database.exec(statement);
		},
		async rows(query) {
			const rows = database.prepare<[], unknown[]>(query).raw().all();
			return rows.map((row) => row.map(cellText));
		},
		async close() {
			database.close();
		},
	};
}
