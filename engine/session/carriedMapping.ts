import type { ColumnPlan } from '#shared/model/importPlan.ts';
import type { TableMapping } from '#shared/model/tableMapping.ts';

/** The mapping of a table for an export with other columns: parts whose column is gone fall away, new columns describe customers. */
export function carriedMapping(
	mapping: TableMapping,
	before: readonly string[],
	columns: readonly Pick<ColumnPlan, 'name'>[],
): TableMapping {
	const names = columns.map(({ name }) => name);
	const fields = Object.fromEntries(Object.entries(mapping.fields).filter(([, name]) => names.includes(name)));
	const added = mapping.role === 'customers' ? names.filter((name) => !before.includes(name)) : [];
	return { ...mapping, fields, attributes: [...mapping.attributes.filter((name) => names.includes(name)), ...added] };
}
