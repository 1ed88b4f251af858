/**
 * A piece of SQL with how tightly it binds, so that only what needs them gets parentheses. A sign in front of a number binds as loosely
 * as a sum: `- -1` would begin a comment.
 */
export interface Sql {
	readonly text: string;
	readonly binding: Binding;
}

export type Binding = keyof typeof ranks;

const ranks = { or: 0, and: 1, not: 2, predicate: 3, sum: 4, product: 5, atom: 6 } as const;

export function atom(text: string): Sql {
	return { text, binding: 'atom' };
}

export function predicate(text: string): Sql {
	return { text, binding: 'predicate' };
}

/** The text of a piece where something at least as tight as `least` has to stand. */
export function within(sql: Sql, least: Binding): string {
	return ranks[sql.binding] >= ranks[least] ? sql.text : `(${sql.text})`;
}

/** Beside a comparison: sums need no parentheses there. */
export function operand(sql: Sql): string {
	return within(sql, 'sum');
}

export function call(name: string, ...parameters: readonly Sql[]): Sql {
	return atom(`${name}(${parameters.map(({ text }) => text).join(', ')})`);
}

export function negated(sql: Sql): Sql {
	return { text: `NOT (${sql.text})`, binding: 'not' };
}

/** Two or more conditions; one stands for itself. */
export function joined(kind: 'and' | 'or', parts: readonly Sql[]): Sql {
	const [first, ...others] = parts;
	if (first && others.length === 0) {
		return first;
	}
	return { text: parts.map((part) => within(part, tighter[kind])).join(` ${kind.toUpperCase()} `), binding: kind };
}

/** An `and` inside of an `or` gets parentheses too: readers need not know which goes first. */
const tighter = { and: 'not', or: 'not' } as const;
