import type { SqlDialectId } from '../../model/sqlDialect.ts';
import { bigquery } from './dialects/bigquery.ts';
import { clickhouse } from './dialects/clickhouse.ts';
import { duckdb } from './dialects/duckdb.ts';
import { postgresql } from './dialects/postgresql.ts';
import { snowflake } from './dialects/snowflake.ts';
import { sqlite } from './dialects/sqlite.ts';
import type { SqlDialect } from './SqlDialect.ts';

/** Every dialect, the usual first. One line each. */
export const sqlDialects: readonly SqlDialect[] = [postgresql, clickhouse, duckdb, sqlite, snowflake, bigquery];

export function sqlDialect(id: SqlDialectId): SqlDialect {
	const found = sqlDialects.find((dialect) => dialect.id === id);
	if (!found) {
		throw new Error(`No dialect ${id}`);
	}
	return found;
}
