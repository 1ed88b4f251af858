import { derivedField } from './derivedFields.ts';

/** Whether a field follows from events up to the as-of date; all others are as of the export, whatever the date. */
export function isDatedField(name: string): boolean {
	const role = derivedField(name)?.role;
	return role !== undefined && role !== 'customers';
}
