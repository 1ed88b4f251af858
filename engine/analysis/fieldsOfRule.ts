import { parseRule } from '#shared/rules/parseRule.ts';

/** Names of the fields that a rule reads; empty when the rule cannot be read. */
export function fieldsOfRule(text: string): ReadonlySet<string> {
	const names = new Set<string>();
	collect(parseRule(text).rule, names);
	return names;
}

/** Every part of the tree is an object or a list, and only a field has the kind `field`. */
function collect(part: unknown, names: Set<string>): void {
	if (typeof part !== 'object' || part === null) {
		return;
	}
	if ('kind' in part && part.kind === 'field' && 'name' in part && typeof part.name === 'string') {
		names.add(part.name);
	}
	for (const child of Object.values(part)) {
		collect(child, names);
	}
}
