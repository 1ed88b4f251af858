import { parseStrictly } from './expectedTokens.ts';
import { readTree, TooDeepError } from './readTree.ts';
import type { Rule } from './Rule.ts';
import type { RuleDiagnostic } from './RuleDiagnostic.ts';
import { ruleDiagnostic } from './RuleDiagnostic.ts';
import { syntaxError } from './syntaxError.ts';
import { tooDeep } from './tooDeep.ts';

export interface ParsedRule {
	/** null when the text cannot be read; `diagnostics` then holds the error. */
	readonly rule: Rule | null;
	readonly diagnostics: readonly RuleDiagnostic[];
}

/** Reads the text of a rule into its tree. Names and types are not looked at: that is checkRule. */
export function parseRule(text: string): ParsedRule {
	const tree = parseStrictly(text);
	if (typeof tree === 'number') {
		return { rule: null, diagnostics: [syntaxError(text, tree)] };
	}
	try {
		const rule = readTree(tree, text);
		if (rule) {
			return { rule, diagnostics: [] };
		}
	} catch (error) {
		if (!(error instanceof TooDeepError)) {
			throw error;
		}
		return { rule: null, diagnostics: [tooDeep(text, error.span)] };
	}
	const message =
		"The rule is empty. Write a condition such as recency_days <= 30, or country = 'DE' and order_count >= 2.";
	const span = { from: 0, to: text.length };
	return { rule: null, diagnostics: [ruleDiagnostic(text, span, 'error', 'rule.empty', message)] };
}
