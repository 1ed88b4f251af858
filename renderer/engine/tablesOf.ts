import type { ProjectState } from '#shared/model/projectState.ts';

/** What tells one state of the tables from another, without what is told of them besides. */
export function tablesOf({ tables }: ProjectState): unknown {
	return tables.map(({ id, importedAt, rowsLoaded, mapping }) => [id, importedAt, rowsLoaded, mapping]);
}
