import { NULL_TOKENS } from '../scan/nullTokens.ts';

const nullTokens = new Set(NULL_TOKENS);
/** Every role looks at every column. */
const known = new WeakMap<readonly string[], readonly string[]>();

/** Sampled values that say something. */
export function filledValues(values: readonly string[]): readonly string[] {
	const filled = known.get(values) ?? values.filter((value) => !nullTokens.has(value));
	known.set(values, filled);
	return filled;
}

const email = /^[^\s@,;]+@[^\s@,;]+\.[a-z]{2,}$/i;

const EMAIL_SAMPLE = 300;

/** Share of the filled values that are e-mail addresses, of the first some. */
export function emailShare(values: readonly string[]): number {
	const filled = filledValues(values.slice(0, EMAIL_SAMPLE));
	return filled.length === 0 ? 0 : filled.filter((value) => email.test(value.trim())).length / filled.length;
}

/** Whether every sampled row has a value and no two have the same. */
export function isUnique(values: readonly string[]): boolean {
	return values.length > 0 && new Set(values).size === values.length && filledValues(values).length === values.length;
}

/** The values with how often they occur, the most frequent first; ties in order of appearance. */
export function frequentValues(values: readonly string[], limit: number): { value: string; count: number }[] {
	const counts = new Map<string, number>();
	for (const value of filledValues(values)) {
		counts.set(value, (counts.get(value) ?? 0) + 1);
	}
	return [...counts]
		.map(([value, count]) => ({ value, count }))
		.sort((left, right) => right.count - left.count)
		.slice(0, limit);
}
