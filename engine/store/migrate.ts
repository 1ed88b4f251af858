import { existsSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { EngineError } from '#shared/protocol/envelope.ts';
import { z } from 'zod';
import type { Connection } from './Connection.ts';
import type { Migration } from './migrations.ts';

const appliedRow = z.object({ number: z.int(), name: z.string() });

/**
 * Brings the schema up to the last of `migrations`. A file that already holds data is first copied to
 * `name.before-v2.tranche` beside it. Throws `data` where the file is newer than this program or foreign to it; then, and
 * when a step fails, the file is as it was. Returns the path of the copy, null where none was needed.
 */
export function migrate(connection: Connection, migrations: readonly Migration[], at: string): string | null {
	const version = connection.number('PRAGMA user_version');
	if (version > migrations.length) {
		throw newer(connection.path);
	}
	if (version > 0) {
		checkPrefix(connection, migrations);
	}
	if (version === migrations.length) {
		return null;
	}
	if (connection.isReadOnly) {
		throw new EngineError(
			'data',
			`The project ${connection.path} was saved by an older version of Tranche and has to be brought up to date, but it is write-protected. Copy it to a folder of yours and open the copy.`,
		);
	}
	const copy = version > 0 ? copyBeside(connection, migrations.length) : null;
	for (const [index, migration] of migrations.entries()) {
		if (index >= version) {
			connection.transaction(() => {
				connection.execute(
					'CREATE TABLE IF NOT EXISTS migrations (number INTEGER PRIMARY KEY, name TEXT NOT NULL, applied_at TEXT NOT NULL) STRICT',
				);
				connection.execute(migration.sql);
				connection.run('INSERT INTO migrations VALUES (?, ?, ?)', [index + 1, migration.name, at]);
				connection.execute(`PRAGMA user_version = ${index + 1}`);
			});
		}
	}
	return copy;
}

/** The steps a file went through must be the first ones of this program, by name. */
function checkPrefix(connection: Connection, migrations: readonly Migration[]): void {
	const applied = connection.all(appliedRow, 'SELECT number, name FROM migrations ORDER BY number');
	if (applied.some(({ number, name }) => migrations[number - 1]?.name !== name)) {
		throw newer(connection.path);
	}
}

/** Through SQLite, since reading the file by other means would end this process's lock on it (POSIX advisory locks). */
function copyBeside(connection: Connection, version: number): string {
	const { path } = connection;
	const extension = extname(path);
	const stem = join(dirname(path), `${basename(path, extension)}.before-v${version}`);
	let copy = `${stem}${extension}`;
	for (let count = 2; existsSync(copy); count++) {
		copy = `${stem}-${count}${extension}`;
	}
	connection.run('VACUUM INTO ?', [copy]);
	return copy;
}

function newer(path: string): EngineError {
	return new EngineError(
		'data',
		`The project ${path} was saved by a newer version of Tranche than this one. Nothing was changed. Install the newer version to open it.`,
	);
}
