import { clickhouseDatabase } from '../../../support/databases/clickhouseDatabase.ts';
import { duckdbDatabase } from '../../../support/databases/duckdbDatabase.ts';
import { postgresqlDatabase } from '../../../support/databases/postgresqlDatabase.ts';
import { sqliteDatabase } from '../../../support/databases/sqliteDatabase.ts';
import type { TestDatabase } from '../../../support/databases/TestDatabase.ts';

/** Real databases that the SQL is tried on. */
const databases = {
	duckdb: duckdbDatabase,
	sqlite: sqliteDatabase,
	postgresql: postgresqlDatabase,
	clickhouse: clickhouseDatabase,
} as const satisfies Readonly<Record<string, () => Promise<TestDatabase | null>>>;

/** Servers take seconds to start, and more beside other tests. */
export const SERVER_TEST_MS = 120_000;

export type DatabaseName = keyof typeof databases;
export const databaseNames = [
	'duckdb',
	'sqlite',
	'postgresql',
	'clickhouse',
] as const satisfies readonly DatabaseName[];

/** Runs a test on a database of its own. Where it is not installed, says so and is done. */
export async function onDatabase(name: DatabaseName, work: (database: TestDatabase) => Promise<void>): Promise<void> {
	const database = await databases[name]();
	if (!database) {
		console.log(`${name} is not installed: SQL for it is not tried on a server.`);
		return;
	}
	try {
		await work(database);
	} finally {
		await database.close();
	}
}
