import type { ProjectState } from '#shared/model/projectState.ts';
import type { TableSummary } from '#shared/model/table.ts';

/**
 * The table of a tab. Every change of the rows of a table makes another version of it with another id, so a tab that was opened for
 * an earlier one, or for a later one that was undone, goes by the name.
 */
export function tableOfParams(
	project: ProjectState | null,
	params: Readonly<Record<string, string | number | boolean | null>>,
): TableSummary | null {
	const { tableId, name } = params;
	const tables = project?.tables ?? [];
	return tables.find(({ id }) => id === tableId) ?? tables.find((table) => table.name === name) ?? null;
}
