import type { CheckedRule } from './checkRule.ts';
import type { TypedRule } from './TypedRule.ts';

/** What a name stands for in rules: what was checked, or why it cannot be used. */
export type Resolved =
	| { readonly kind: 'typed'; readonly typed: TypedRule }
	/** It leads back to itself; `path` names each step, the first again at the end. */
	| { readonly kind: 'cycle'; readonly path: readonly string[] }
	/** What it stands for has an error of its own. */
	| { readonly kind: 'broken'; readonly name: string; readonly message: string }
	| { readonly kind: 'too-large'; readonly name: string };

/** Custom fields and segments that rules may refer to by name. DefinitionBook makes it. */
export interface Definitions {
	/** The custom fields. */
	readonly fieldNames: readonly string[];
	/** Ids and names of the segments. */
	readonly segmentNames: readonly string[];
	isDefined(field: string): boolean;
	field(name: string): Resolved;
	/** By id, or else by name; null where there is none. */
	segment(reference: string): Resolved | null;
	/** The check of a custom field's own expression, for its editor. */
	checked(field: string): CheckedRule;
}
