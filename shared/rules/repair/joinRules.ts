import { formatRuleText } from '../formatRule.ts';
import { parseRule } from '../parseRule.ts';

/**
 * Rules are joined as texts, so that remarks stay. Where there are none the result is formatted; all texts must be readable.
 */
export function joinRules(word: 'and' | 'or', texts: readonly string[]): string {
	return formatted(texts.map((text) => asOperand(text, word)).join(` ${word} `));
}

/**
 * `rule` where none of `others` is true. `not coalesce(other, false)` rather than `not other`, which is unknown where a value is
 * missing and would then lose customers that `other` never took.
 */
export function withoutRules(rule: string, others: readonly string[]): string {
	const removed = others.map((other) => `not coalesce(${embedRule(other)}, false)`);
	return joinRules('and', [rule, ...removed]);
}

/** A rule as a part of another, in parentheses. */
export function embedRule(text: string): string {
	return `(${closed(text)})`;
}

/** The text as formatRule writes it; with remarks, which formatting would lose, as it is. */
export function formatted(text: string): string {
	return formatRuleText(text) ?? text;
}

function asOperand(text: string, word: 'and' | 'or'): string {
	return word === 'and' && parseRule(text).rule?.kind === 'or' ? embedRule(text) : closed(text);
}

/** A remark at the end would take what follows with it. */
function closed(text: string): string {
	return text.includes('--') ? `${text.trim()}\n` : text.trim();
}
