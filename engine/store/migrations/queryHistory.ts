import type { Migration } from '../migrations.ts';

/** What people ran in the SQL console; see docs/project-file.md. */
export const queryHistory: Migration = {
	name: 'query history',
	sql: `
CREATE TABLE queries (
	id INTEGER PRIMARY KEY AUTOINCREMENT,
	at TEXT NOT NULL,
	text TEXT NOT NULL,
	duration_ms REAL NOT NULL,
	rows INTEGER,
	has_more INTEGER NOT NULL CHECK (has_more IN (0, 1))
) STRICT;
`,
};
