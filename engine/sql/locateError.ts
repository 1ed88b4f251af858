import type { SqlPosition } from '#shared/model/sqlConsole.ts';
import type { SqlToken } from '#shared/sql/tokenizeSql.ts';

/** What SQLite says when it ends in the middle of a statement. */
const INCOMPLETE = 'incomplete input';

/**
 * Where in the text an error of SQLite is, null where that cannot be told. SQLite names the token but not its place; where
 * the token occurs several times, the first one is meant up to which the beginning of the text fails in the same way.
 * `failureOf` says what SQLite answers to a text, null when it takes it.
 */
export function locateError(
	sql: string,
	tokens: readonly SqlToken[],
	message: string,
	failureOf: (sql: string) => string | null,
): SqlPosition | null {
	if (message === INCOMPLETE) {
		const last = tokens.at(-1);
		return last ? positionOf(sql, last.offset, last.source.length) : null;
	}
	const near = /^near "(?<source>[\s\S]*)": syntax error$/.exec(message)?.groups?.['source'];
	if (near !== undefined) {
		const candidates = tokens.filter(({ source }) => source === near);
		const token =
			candidates.length > 1
				? candidates.find(({ offset, source }) => failureOf(sql.slice(0, offset + source.length)) === message)
				: candidates[0];
		return token ? positionOf(sql, token.offset, token.source.length) : null;
	}
	const named = nameIn(message);
	if (named === null) {
		return null;
	}
	const parts = named.toLowerCase().split('.');
	const at = tokens.findIndex(
		({ kind }, index) =>
			kind !== 'number' &&
			parts.every((part, place) => {
				const token = tokens[index + place * 2];
				return token?.value.toLowerCase() === part && (place === 0 || tokens[index + place * 2 - 1]?.source === '.');
			}),
	);
	const first = tokens[at];
	const last = tokens[at + (parts.length - 1) * 2];
	return first && last ? positionOf(sql, first.offset, last.offset + last.source.length - first.offset) : null;
}

/** The name or text that a message is about. */
function nameIn(message: string): string | null {
	const found =
		/^(?:no such (?:column|table|function|module|window)|ambiguous column name|table not found|unknown join type|circular reference): "?(?<name>.+?)"?(?: - should this be .*)?$/.exec(
			message,
		) ??
		/^(?:wrong number of arguments to function|misuse of aggregate(?::| function)?|misuse of window function|misuse of aliased aggregate) (?<name>[^()]+)/.exec(
			message,
		) ??
		/^unrecognized token: "(?<name>[\s\S]+)"$/.exec(message) ??
		/^cannot join using column (?<name>.+?) - /.exec(message);
	return found?.groups?.['name'] ?? null;
}

export function positionOf(sql: string, offset: number, length: number): SqlPosition {
	const before = sql.slice(0, offset).split('\n');
	return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1, offset, length };
}
