import { partsOfRule } from './partsOfRule.ts';
import type { FieldReference, Rule, TextLiteral } from './Rule.ts';

/** The names that a rule speaks of. */
export interface RuleReferences {
	/** Fields, custom ones among them. */
	readonly fields: ReadonlySet<string>;
	/** What stands in `segment('…')`: ids or names of other rules. */
	readonly segments: ReadonlySet<string>;
}

/** Where a rule speaks of a field, or names another rule; without order. */
export type Reference =
	{ readonly kind: 'field'; readonly at: FieldReference } | { readonly kind: 'segment'; readonly at: TextLiteral };

/** Empty for a rule that could not be read. */
export function referencesOf(rule: Rule | null): RuleReferences {
	const found = placesOf(rule);
	return {
		fields: new Set(found.flatMap(({ kind, at }) => (kind === 'field' ? [at.name] : []))),
		segments: new Set(found.flatMap(({ kind, at }) => (kind === 'segment' ? [at.value] : []))),
	};
}

export function placesOf(rule: Rule | null): readonly Reference[] {
	const found: Reference[] = [];
	const pending: Rule[] = rule ? [rule] : [];
	for (let part = pending.pop(); part; part = pending.pop()) {
		if (part.kind === 'field') {
			found.push({ kind: 'field', at: part });
		}
		if (part.kind === 'call' && part.name === 'segment' && part.arguments[0]?.kind === 'text') {
			found.push({ kind: 'segment', at: part.arguments[0] });
		}
		pending.push(...partsOfRule(part));
	}
	return found;
}
