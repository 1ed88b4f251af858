import type { SqlToken } from '#shared/sql/tokenizeSql.ts';

/** Name of the function that a guarded query calls for each row it looks at; it throws once the run is cancelled. */
export const GUARD = 'tranche_continue';

/** Words that end the FROM clause or the WHERE clause of a SELECT at its own depth. */
const ENDS = new Set(['where', 'group', 'having', 'order', 'limit', 'union', 'intersect', 'except']);

interface Insertion {
	readonly offset: number;
	readonly text: string;
}

/**
 * The same query with a call of GUARD in the WHERE clause of every SELECT that has a FROM, so that joins, subqueries and recursion can
 * be stopped while SQLite runs: its own interrupt is not within reach of this program. A query that reads one source once
 * stays as it is, because it ends by itself and a call per row costs a tenth of a microsecond and more.
 */
export function guardLoops(sql: string, tokens: readonly SqlToken[]): string {
	const selects = [...tokens.keys()].filter((index) => isWord(tokens[index], 'select'));
	if (selects.length === 1 && !hasSeveralSources(tokens, selects[0]!)) {
		return sql;
	}
	const insertions: Insertion[] = [];
	for (const index of selects) {
		const from = fromOf(tokens, index);
		if (from !== null) {
			insertions.push(...guardOf(sql, tokens, from, tokens[index]!.depth));
		}
	}
	let guarded = sql;
	for (const { offset, text } of insertions.toSorted((left, right) => right.offset - left.offset)) {
		guarded = guarded.slice(0, offset) + text + guarded.slice(offset);
	}
	return guarded;
}

function guardOf(sql: string, tokens: readonly SqlToken[], from: number, depth: number): Insertion[] {
	const end = clauseEnd(tokens, from, depth);
	const token = tokens[end];
	if (token && isWord(token, 'where')) {
		const close = tokens[clauseEnd(tokens, end, depth)];
		return [
			{ offset: token.offset + token.source.length, text: ` ${GUARD}() AND (` },
			// On a line of its own, because a comment may end the clause.
			{ offset: close?.offset ?? sql.length, text: '\n) ' },
		];
	}
	return [{ offset: token?.offset ?? sql.length, text: `\n WHERE ${GUARD}() ` }];
}

/** The first token after `start` that ends a clause of a SELECT at this depth, or the number of tokens. */
function clauseEnd(tokens: readonly SqlToken[], start: number, depth: number): number {
	const end = tokens.findIndex((_, index) => index > start && endsClause(tokens, index, depth));
	return end < 0 ? tokens.length : end;
}

function endsClause(tokens: readonly SqlToken[], index: number, depth: number): boolean {
	const token = tokens[index]!;
	if (token.depth !== depth) {
		return token.depth < depth;
	}
	// WINDOW can be the name of a column too; the clause reads WINDOW name AS.
	const isWindow = isWord(token, 'window') && isWord(tokens[index + 2], 'as');
	return isWindow || token.source === ';' || (token.kind === 'word' && ENDS.has(token.value));
}

function fromOf(tokens: readonly SqlToken[], select: number): number | null {
	const { depth } = tokens[select]!;
	for (let index = select + 1; index < tokens.length; index++) {
		const token = tokens[index]!;
		if (endsClause(tokens, index, depth)) {
			return null;
		}
		const isComparison = isWord(tokens[index - 1], 'distinct') && index - 1 > select + 1;
		if (token.depth === depth && isWord(token, 'from') && !isComparison) {
			return index;
		}
	}
	return null;
}

function hasSeveralSources(tokens: readonly SqlToken[], select: number): boolean {
	const { depth } = tokens[select]!;
	const from = fromOf(tokens, select);
	return (
		from !== null &&
		tokens
			.slice(from, clauseEnd(tokens, from, depth))
			.some((token) => isWord(token, 'join') || (token.source === ',' && token.depth === depth))
	);
}

function isWord(token: SqlToken | undefined, word: string): boolean {
	return token?.kind === 'word' && token.value === word;
}
