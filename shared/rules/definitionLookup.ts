import type { CustomField } from '../model/customField.ts';
import type { NamedRule } from './DefinitionBook.ts';
import type { RuleReferences } from './referencesOf.ts';

/** What a name leads to, with the text that stands there. */
export type ReachedDefinition = readonly [kind: 'field' | 'segment', name: string, text: string];

/** Follows names through texts only, without checking them, so that it also works while something is wrong. */
export interface DefinitionLookup {
	readonly expression: (field: string) => string | null;
	/** All that a text refers to, directly or through others, in the order of finding; circles are walked once. */
	readonly reached: (text: string) => readonly ReachedDefinition[];
	/** Names of the fields beneath: those of the text and of all that it refers to that are no custom fields. */
	readonly fieldsRead: (text: string) => ReadonlySet<string>;
}

export function definitionLookup(
	customFields: readonly CustomField[],
	rules: readonly NamedRule[],
	referencesOf: (text: string) => RuleReferences,
): DefinitionLookup {
	const expressions = new Map(customFields.map(({ name, expression }) => [name, expression]));
	// An id goes before a name, and the earlier of two rules of one name before the later.
	const names = new Map(rules.toReversed().map(({ name, rule }) => [name, rule]));
	const ids = new Map(rules.map(({ id, rule }) => [id, rule]));
	const expression = (field: string) => expressions.get(field) ?? null;
	const direct = (text: string): ReachedDefinition[] => {
		const { fields, segments } = referencesOf(text);
		return [
			...[...fields].flatMap((name) => named('field', name, expression(name))),
			...[...segments].flatMap((name) => named('segment', name, ids.get(name) ?? names.get(name) ?? null)),
		];
	};
	const reached = (text: string): readonly ReachedDefinition[] => {
		const found = new Map<string, ReachedDefinition>();
		const pending = direct(text);
		for (let next = pending.pop(); next; next = pending.pop()) {
			const key = `${next[0]} ${next[1]}`;
			if (!found.has(key)) {
				found.set(key, next);
				pending.push(...direct(next[2]));
			}
		}
		return [...found.values()];
	};
	const fieldsRead = (text: string) => {
		const all = [text, ...reached(text).map(([, , inner]) => inner)].flatMap((part) => [...referencesOf(part).fields]);
		return new Set(all.filter((name) => !expressions.has(name)));
	};
	return { expression, reached, fieldsRead };
}

function named(kind: ReachedDefinition[0], name: string, text: string | null): ReachedDefinition[] {
	return text === null ? [] : [[kind, name, text]];
}
