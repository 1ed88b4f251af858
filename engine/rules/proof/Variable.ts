import type { TypedRule } from '#shared/rules/TypedRule.ts';
import type { Truth } from '../block/BlockReader.ts';
import type { ProofField, StoredValue } from './ProofField.ts';

/**
 * Something that conditions look at one at a time: a field, or a term over several. Terms are treated as if they could take
 * any value on their own, as far as linkTerms does not tie them to their fields; so nothing that is possible gets lost.
 */
export interface Variable {
	/** The field, or a made-up one that stands for the term. */
	readonly field: ProofField;
	/** null for a field itself. */
	readonly term: Term | null;
	/** Computes the term from the slots of its fields; of a field itself, reads its slot. */
	readonly value: () => StoredValue;
	/** The names of the fields that it depends on. */
	readonly fields: ReadonlySet<string>;
	/** The one date of which `month()` is asked; further ones become terms. */
	month: string | null;
}

export type Term =
	| { readonly kind: 'value'; readonly typed: TypedRule }
	/** -1, 0 or 1 as left is below, equal to or above right. */
	| { readonly kind: 'order'; readonly left: TypedRule; readonly right: TypedRule };

/** A condition on one variable. */
export interface Atom {
	readonly id: number;
	readonly variable: Variable;
	readonly typed: TypedRule;
	/** What it is for the value that the variable's slot holds. */
	readonly truth: () => Truth;
}

/** A rule as three-valued logic over atoms. */
export type Formula =
	| { readonly kind: 'atom'; readonly atom: Atom }
	| { readonly kind: 'constant'; readonly truth: Truth }
	| { readonly kind: 'and' | 'or'; readonly parts: readonly Formula[] }
	| { readonly kind: 'not'; readonly part: Formula }
	/** Whether two conditions are equally true; unknown where one is. */
	| { readonly kind: 'same'; readonly left: Formula; readonly right: Formula }
	/** Never unknown itself. */
	| { readonly kind: 'is-unknown'; readonly part: Formula }
	/** coalesce of conditions. */
	| { readonly kind: 'first-known'; readonly parts: readonly Formula[] };

export function atomsOf(formula: Formula): readonly Atom[] {
	switch (formula.kind) {
		case 'atom':
			return [formula.atom];
		case 'constant':
			return [];
		case 'and':
		case 'or':
		case 'first-known':
			return formula.parts.flatMap(atomsOf);
		case 'not':
		case 'is-unknown':
			return atomsOf(formula.part);
		case 'same':
			return [...atomsOf(formula.left), ...atomsOf(formula.right)];
	}
}
