import type { Migration } from '../migrations.ts';

/** See docs/project-file.md for what each table is for. */
export const initialSchema: Migration = {
	name: 'initial schema',
	sql: `
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE tables (
	id INTEGER PRIMARY KEY AUTOINCREMENT,
	state TEXT NOT NULL CHECK (state IN ('staging', 'ready', 'hidden')),
	name TEXT NOT NULL,
	mapping TEXT NOT NULL CHECK (json_valid(mapping)),
	role TEXT NOT NULL GENERATED ALWAYS AS (mapping ->> 'role') VIRTUAL,
	file TEXT NOT NULL,
	imported_at TEXT NOT NULL,
	rows_read INTEGER NOT NULL,
	rows_loaded INTEGER NOT NULL,
	rows_quarantined INTEGER NOT NULL,
	dialect TEXT NOT NULL CHECK (json_valid(dialect)),
	problems TEXT NOT NULL CHECK (json_valid(problems)),
	clustered_for TEXT CHECK (json_valid(clustered_for)),
	CHECK (rows_read = rows_loaded + rows_quarantined)
) STRICT;

CREATE TABLE columns (
	table_id INTEGER NOT NULL REFERENCES tables (id) ON DELETE CASCADE,
	position INTEGER NOT NULL,
	name TEXT NOT NULL,
	type TEXT NOT NULL,
	summary TEXT NOT NULL CHECK (json_valid(summary)),
	storage TEXT NOT NULL CHECK (json_valid(storage)),
	PRIMARY KEY (table_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE chunks (
	id INTEGER PRIMARY KEY,
	table_id INTEGER NOT NULL REFERENCES tables (id) ON DELETE CASCADE,
	column INTEGER NOT NULL,
	chunk INTEGER NOT NULL,
	rows INTEGER NOT NULL,
	encoding TEXT NOT NULL,
	min REAL,
	max REAL,
	nulls INTEGER NOT NULL,
	checksum INTEGER NOT NULL,
	data BLOB NOT NULL,
	UNIQUE (table_id, column, chunk)
) STRICT;

CREATE TABLE dictionaries (
	id INTEGER PRIMARY KEY,
	table_id INTEGER NOT NULL REFERENCES tables (id) ON DELETE CASCADE,
	column INTEGER NOT NULL,
	checksum INTEGER NOT NULL,
	data BLOB NOT NULL,
	UNIQUE (table_id, column)
) STRICT;

CREATE TABLE clusters (
	id INTEGER PRIMARY KEY,
	table_id INTEGER NOT NULL REFERENCES tables (id) ON DELETE CASCADE,
	name TEXT NOT NULL,
	part INTEGER NOT NULL,
	checksum INTEGER NOT NULL,
	data BLOB NOT NULL,
	UNIQUE (table_id, name, part)
) STRICT;

CREATE TABLE quarantine (
	table_id INTEGER NOT NULL REFERENCES tables (id) ON DELETE CASCADE,
	position INTEGER NOT NULL,
	line INTEGER NOT NULL,
	reason TEXT NOT NULL,
	text TEXT NOT NULL,
	PRIMARY KEY (table_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE segmentation (
	id INTEGER PRIMARY KEY CHECK (id = 1),
	definition TEXT NOT NULL CHECK (json_valid(definition))
) STRICT;

CREATE TABLE versions (
	id INTEGER PRIMARY KEY AUTOINCREMENT,
	saved_at TEXT NOT NULL,
	author TEXT NOT NULL,
	reason TEXT NOT NULL,
	definition TEXT NOT NULL CHECK (json_valid(definition))
) STRICT;

CREATE TABLE settings (
	id INTEGER PRIMARY KEY CHECK (id = 1),
	value TEXT NOT NULL CHECK (json_valid(value))
) STRICT;

CREATE TABLE history (
	id INTEGER PRIMARY KEY AUTOINCREMENT,
	at TEXT NOT NULL,
	label TEXT NOT NULL,
	state TEXT NOT NULL CHECK (state IN ('done', 'undone', 'final', 'dropped')),
	changes TEXT NOT NULL CHECK (json_valid(changes))
) STRICT;

CREATE TABLE log (
	id INTEGER PRIMARY KEY AUTOINCREMENT,
	at TEXT NOT NULL,
	event TEXT NOT NULL,
	detail TEXT NOT NULL
) STRICT;
`,
};
