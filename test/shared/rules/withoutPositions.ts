import type { Rule } from '#shared/rules/Rule.ts';

/** A rule as a plain value whose parts stand nowhere, to compare rules that were written differently. */
export function withoutPositions(rule: Rule): unknown {
	return JSON.parse(
		JSON.stringify(rule, (key, value: unknown) => (key === 'from' || key === 'to' ? undefined : value)),
	);
}
