/** `word` is a keyword or an unquoted name; `name` is quoted with " ` or [ ]; `text` is a string in single quotes. */
export interface SqlToken {
	readonly kind: 'word' | 'name' | 'text' | 'number' | 'symbol';
	/** As written. */
	readonly source: string;
	/** Without quotes; words in lower case. */
	readonly value: string;
	readonly offset: number;
	/** Parentheses that are open before the token. */
	readonly depth: number;
}

/** A quote that is not closed takes the rest of the text, as it does for SQLite. */
const pattern =
	/(?<space>\s+|--[^\n]*|\/\*[\s\S]*?(?:\*\/|$))|(?<text>[xX]?'(?:[^']|'')*(?:'|$))|(?<name>"(?:[^"]|"")*(?:"|$)|`(?:[^`]|``)*(?:`|$)|\[[^\]]*(?:\]|$))|(?<number>(?:\d[\d_]*\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)|(?<word>[\p{L}_$\u0080-\uffff][\p{L}\p{N}_$\u0080-\uffff]*)|(?<symbol>[\s\S])/guy;

/** The tokens of a statement in SQLite's dialect, without spaces and comments. */
export function tokenizeSql(sql: string): SqlToken[] {
	const tokens: SqlToken[] = [];
	let depth = 0;
	for (const match of sql.matchAll(pattern)) {
		const { space, text, name, number, word } = match.groups ?? {};
		const source = match[0];
		if (space !== undefined) {
			continue;
		}
		depth -= source === ')' ? 1 : 0;
		const token = { source, offset: match.index, depth };
		if (text !== undefined) {
			tokens.push({ kind: 'text', value: unquoted(source.replace(/^[xX]/, '')), ...token });
		} else if (name !== undefined) {
			tokens.push({ kind: 'name', value: unquoted(source), ...token });
		} else if (number !== undefined) {
			tokens.push({ kind: 'number', value: source, ...token });
		} else if (word !== undefined) {
			tokens.push({ kind: 'word', value: source.toLowerCase(), ...token });
		} else {
			tokens.push({ kind: 'symbol', value: source, ...token });
		}
		depth += source === '(' ? 1 : 0;
	}
	return tokens;
}

function unquoted(source: string): string {
	const quote = source.slice(0, 1);
	const close = quote === '[' ? ']' : quote;
	const inner = source.slice(1, source.length > 1 && source.endsWith(close) ? -1 : undefined);
	return quote === '[' ? inner : inner.replaceAll(close + close, close);
}
