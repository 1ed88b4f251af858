import type { RoleField } from '#shared/model/tableRole.ts';
import { headerKey } from './headerKey.ts';

const known = new WeakMap<RoleField, readonly string[]>();

/** The spellings of a field as headers are compared, best first. Made once: each preview compares them with every column. */
export function spellings(field: RoleField): readonly string[] {
	const kept = known.get(field);
	if (kept) {
		return kept;
	}
	const made = field.synonyms.map(headerKey);
	known.set(field, made);
	return made;
}
