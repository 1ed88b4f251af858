import type { ColumnPlan } from '#shared/model/importPlan.ts';
import type { TableMapping } from '#shared/model/tableMapping.ts';
import { roleFacts } from '#shared/model/tableRole.ts';
import { EngineError } from '#shared/protocol/envelope.ts';

/** Throws `data` where a mapping names fields or columns that do not exist, or lacks one that the role needs. */
export function checkMapping(mapping: TableMapping, columns: readonly ColumnPlan[], tableName: string): void {
	const facts = roleFacts(mapping.role);
	const headers = new Map(columns.map((column) => [column.name, column]));
	for (const field of facts.fields) {
		if (field.isRequired && mapping.fields[field.id] === undefined) {
			throw new EngineError(
				'data',
				`${tableName} needs a column for "${field.label}": ${field.description} Choose which of its columns that is.`,
			);
		}
	}
	for (const [id, header] of Object.entries(mapping.fields)) {
		const field = facts.fields.find((candidate) => candidate.id === id);
		const column = headers.get(header);
		if (!field) {
			throw new EngineError('data', `${facts.label} have no field "${id}".`);
		}
		if (!column) {
			throw new EngineError(
				'data',
				`${tableName} has no column "${header}", which "${field.label}" is mapped to. Its columns: ${[...headers.keys()].join(', ')}.`,
			);
		}
		if (!field.types.includes(column.type)) {
			throw new EngineError(
				'data',
				`The column "${header}" of ${tableName} holds ${column.type} values, but "${field.label}" needs ${field.types.join(' or ')}. Choose another column, or correct its type in the import.`,
			);
		}
	}
	const missing = mapping.attributes.find((name) => !headers.has(name));
	if (missing !== undefined) {
		throw new EngineError('data', `${tableName} has no column "${missing}", which is listed as an attribute.`);
	}
	checkShape(mapping, headers, tableName);
}

/** Parts of a mapping that name fields and columns outside `fields`. */
function checkShape(
	{ role, perOrder = [], items = [] }: TableMapping,
	headers: ReadonlyMap<string, ColumnPlan>,
	tableName: string,
): void {
	const { fields, label } = roleFacts(role);
	const unknown = [...perOrder, ...items.flatMap(Object.keys)].find((id) => !fields.some((field) => field.id === id));
	if (unknown !== undefined) {
		throw new EngineError('data', `${label} have no field "${unknown}".`);
	}
	const missing = items.flatMap((item) => Object.values(item)).find((name) => !headers.has(name));
	if (missing !== undefined) {
		throw new EngineError('data', `${tableName} has no column "${missing}", which is listed as part of an item.`);
	}
}
