import type { Tree } from '@lezer/common';
import { parser } from './parser.ts';

/** One sample of each sort of token that can follow in a rule; what it stands for in a message. */
const samples = {
	value: 'x',
	comparison: '=',
	in: 'in',
	between: 'between',
	is: 'is',
	contains: 'contains',
	with: 'with',
	not: 'not',
	null: 'null',
	and: 'and',
	or: 'or',
	plus: '+',
	open: '(',
	close: ')',
	comma: ',',
	unit: 'days',
} as const;
export type ExpectedToken = keyof typeof samples;

const strictParser = parser.configure({ strict: true });
const names = Object.keys(samples).filter((name): name is ExpectedToken => name in samples);

/**
 * Which tokens the grammar allows after `prefix`, a text without a syntax error before its end. Found by asking the
 * parser itself, token by token, so that messages and completion cannot drift from the grammar.
 */
export function expectedTokens(prefix: string): ReadonlySet<ExpectedToken> {
	return new Set(
		names.filter((name) => {
			const text = `${prefix}\n${samples[name]}`;
			const parsed = parseStrictly(text);
			return typeof parsed !== 'number' || parsed >= text.length;
		}),
	);
}

/** The syntax tree, or the offset of the first token at which no rule can go on (the length of the text when it ends too early). */
export function parseStrictly(text: string): Tree | number {
	try {
		return strictParser.parse(text);
	} catch (error) {
		const position = error instanceof SyntaxError ? /No parse at (\d+)/.exec(error.message)?.[1] : undefined;
		if (position === undefined) {
			throw error;
		}
		return Number(position);
	}
}
