import * as terms from './parser.terms.ts';

/** Words that are never a field name; such a field is written in backticks. */
const reserved: ReadonlyMap<string, number> = new Map([
	['or', terms.or],
	['and', terms.and],
	['not', terms.not],
	['between', terms.between],
	['in', terms._in],
	['is', terms.is],
	['null', terms._null],
	['true', terms._true],
	['false', terms._false],
	['asof', terms.asof],
]);

/** Words that are keywords only where the grammar asks for one, and names elsewhere. */
const contextual: ReadonlyMap<string, number> = new Map([
	['contains', terms.contains],
	['starts', terms.starts],
	['ends', terms.ends],
	['with', terms._with],
	['matches', terms.matches],
	['date', terms.date],
	...['day', 'days', 'week', 'weeks', 'month', 'months', 'year', 'years'].map((word) => [word, terms.unit] as const),
]);

/** Called by the generated parser (which also passes its stack) for each identifier; -1 means that it is none. */
export function reservedWord(word: string, _stack?: unknown): number {
	return reserved.get(word.toLowerCase()) ?? -1;
}

export function contextualWord(word: string, _stack?: unknown): number {
	return contextual.get(word.toLowerCase()) ?? -1;
}

export function isReserved(word: string): boolean {
	return reservedWord(word) !== -1;
}
