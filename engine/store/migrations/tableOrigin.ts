import type { Migration } from '../migrations.ts';

/** How the rows of a table were got out of its file, for newer exports of it; null in tables of older versions. */
export const tableOrigin: Migration = {
	name: 'table origin',
	sql: 'ALTER TABLE tables ADD COLUMN origin TEXT CHECK (json_valid(origin));',
};
