import type { Span } from './Rule.ts';
import type { RuleDiagnostic } from './RuleDiagnostic.ts';
import { ruleDiagnostic } from './RuleDiagnostic.ts';

/** Levels of nesting beyond which a rule is refused, so that no walk over it can exhaust the stack. */
export const MAX_DEPTH = 200;

export function tooDeep(text: string, span: Span): RuleDiagnostic {
	const message =
		`The rule is nested too deeply: more than ${MAX_DEPTH} levels of parentheses, not or arithmetic. ` +
		'Leave out parentheses that are not needed, or split the rule into several segments.';
	return ruleDiagnostic(text, span, 'error', 'rule.too-deep', message);
}
