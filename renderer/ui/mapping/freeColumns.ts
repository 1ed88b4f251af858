import type { ColumnPlan } from '#shared/model/importPlan.ts';
import type { TableMapping } from '#shared/model/tableMapping.ts';

/** Names of the columns that play no part, in file order. */
export function freeColumns(columns: readonly Pick<ColumnPlan, 'name'>[], mapping: TableMapping): string[] {
	const taken = new Set([mapping.fields, ...(mapping.items ?? [])].flatMap((fields) => Object.values(fields)));
	return columns.map(({ name }) => name).filter((name) => !taken.has(name));
}
