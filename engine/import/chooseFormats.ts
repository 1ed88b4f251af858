import type { ColumnType } from '#shared/model/columnType.ts';
import type { ColumnPlan } from '#shared/model/importPlan.ts';
import type { TableMapping } from '#shared/model/tableMapping.ts';
import { roleFacts } from '#shared/model/tableRole.ts';
import { classifyColumn } from './classifyColumn.ts';
import type { ColumnFormat } from './scan/ColumnFormat.ts';

/** Types that a column must have for the part it plays; null where it plays none. */
export function typesOfPart(mapping: TableMapping, header: string): readonly ColumnType[] | null {
	const field = roleFacts(mapping.role).fields.find(({ id }) => mapping.fields[id] === header);
	return field?.types ?? null;
}

/** Whether a column plays a part that only numbers can play, so that "007" is the number 7 there. */
export function isAmount(mapping: TableMapping, header: string): boolean {
	return typesOfPart(mapping, header)?.every((type) => type === 'integer' || type === 'decimal') ?? false;
}

/** The formats for the types and readings that a plan says, with the details (places, separators) that the sample shows. */
export function chooseFormats(
	columns: readonly ColumnPlan[],
	mapping: TableMapping,
	values: readonly (readonly string[])[],
): ColumnFormat[] {
	return columns.map(({ name, type, reading }, column) => {
		const options = { header: name, allowsLeadingZeros: isAmount(mapping, name), ...(reading ? { reading } : {}) };
		return classifyColumn(values[column] ?? [], [type], options).format;
	});
}
