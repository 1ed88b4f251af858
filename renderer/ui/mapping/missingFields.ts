import { roleFacts, type RoleField } from '#shared/model/tableRole.ts';
import type { TableMapping } from '#shared/model/tableMapping.ts';

/** Required fields of the role that no column plays yet: without them the file cannot be imported. */
export function missingFields(mapping: TableMapping): readonly RoleField[] {
	return roleFacts(mapping.role).fields.filter((field) => field.isRequired && !mapping.fields[field.id]);
}
