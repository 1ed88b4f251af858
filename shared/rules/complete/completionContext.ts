import { expectedTokens } from '../expectedTokens.ts';
import type { ExpectedToken } from '../expectedTokens.ts';
import type { RuleField } from '../RuleField.ts';

/** Where the cursor stands, as far as completion needs it. */
export interface CompletionContext {
	/** The piece of text that a chosen item replaces. */
	readonly from: number;
	readonly to: number;
	/** The quote or backtick that is open at the cursor. */
	readonly quote: "'" | '"' | '`' | null;
	readonly expected: ReadonlySet<ExpectedToken>;
	/** The field that the operand at the cursor is compared with, or to which an operator is about to be applied. */
	readonly field: RuleField | null;
	/** Whether a whole condition begins here, rather than an operand of one. */
	readonly isConditionStart: boolean;
	/** The token before the cursor's word, in lower case. */
	readonly before: string;
	/** Whether that is a number after + or -, as in `asof - 90`. */
	readonly isAfterAmount: boolean;
	/** Whether the name of a segment belongs here: `segment('…')`. */
	readonly isSegmentName: boolean;
}

const tokenPattern =
	/--[^\n]*|'(?:[^']|'')*(?:'|$)|"(?:[^"]|"")*(?:"|$)|`(?:[^`]|``)*(?:`|$)|[\p{L}\p{N}_.]+|[<>=!]+|\S/gu;

/** null inside a comment. */
export function completionContext(
	text: string,
	position: number,
	fields: readonly RuleField[],
): CompletionContext | null {
	const tokens = [...text.slice(0, position).matchAll(tokenPattern)];
	const last = tokens.at(-1);
	const isTouching = last !== undefined && last.index + last[0].length === position;
	if (last?.[0].startsWith('--') && isTouching) {
		return null;
	}
	const quote = last ? openQuote(last[0]) : null;
	const isWord = isTouching && last !== undefined && (quote !== null || /^[\p{L}\p{N}_.]/u.test(last[0]));
	const from = isWord ? last.index : position;
	const to = quote !== null && text[position] === quote ? position + 1 : position;
	const earlier = (isWord ? tokens.slice(0, -1) : tokens)
		.map((token) => token[0])
		.filter((token) => !token.startsWith('--'));
	const expected = expectedTokens(text.slice(0, from));
	const isConditionStart = expected.has('value') && expected.has('not');
	const known = new Map(fields.map((field) => [field.name, field]));
	return {
		from,
		to,
		quote,
		expected,
		field: isConditionStart ? null : nearestField(earlier, known),
		isConditionStart,
		before: earlier.at(-1)?.toLowerCase() ?? '',
		isSegmentName: earlier.at(-1) === '(' && earlier.at(-2)?.toLowerCase() === 'segment',
		isAfterAmount: /^\d+$/.test(earlier.at(-1) ?? '') && /^[+-]$/.test(earlier.at(-2) ?? ''),
	};
}

function openQuote(token: string): "'" | '"' | '`' | null {
	const quote = token.charAt(0);
	if (quote !== "'" && quote !== '"' && quote !== '`') {
		return null;
	}
	const inner = token.slice(1).replaceAll(quote + quote, '');
	return inner.endsWith(quote) ? null : quote;
}

/** The closest field before, within the same parenthesis unless that is the list of `in`. */
function nearestField(tokens: readonly string[], known: ReadonlyMap<string, RuleField>): RuleField | null {
	for (let index = tokens.length - 1; index >= 0; index--) {
		const token = tokens[index] ?? '';
		const name = token.startsWith('`') ? token.slice(1, -1).replaceAll('``', '`') : token;
		const field = known.get(name);
		if (field) {
			return field;
		}
		if (token === '(' && tokens[index - 1]?.toLowerCase() !== 'in') {
			return null;
		}
	}
	return null;
}
