import { checkExpression } from './check/checkExpression.ts';
import type { CheckContext } from './check/CheckContext.ts';
import { checkIsCondition } from './check/checkIsCondition.ts';
import type { Definitions } from './Definitions.ts';
import { parseRule } from './parseRule.ts';
import type { ParsedRule } from './parseRule.ts';
import { printField } from './printRule.ts';
import type { Rule } from './Rule.ts';
import type { RuleDiagnostic } from './RuleDiagnostic.ts';
import { ruleDiagnostic } from './RuleDiagnostic.ts';
import type { RuleField } from './RuleField.ts';
import { replacing } from './RuleFix.ts';
import type { TypedRule } from './TypedRule.ts';

export interface CheckedRule {
	/** The tree of the text; null when it cannot be read. */
	readonly rule: Rule | null;
	/** What the rule means; null when there is an error. Its type is boolean. */
	readonly typed: TypedRule | null;
	/** In the order of the text. */
	readonly diagnostics: readonly RuleDiagnostic[];
}

/** Reads a rule and checks it against the fields that exist: names, types, number of arguments, patterns, dates. */
export function checkRule(
	text: string,
	fields: readonly RuleField[],
	definitions: Definitions | null = null,
	parsed: ParsedRule = parseRule(text),
): CheckedRule {
	return checkText(text, parsed, fields, definitions, checkIsCondition);
}

/** The same for a value, such as the expression of a custom field, of whatever type. */
export function checkValue(text: string, fields: readonly RuleField[], definitions: Definitions | null): CheckedRule {
	const { rule, diagnostics } = parseRule(text);
	const parsed = {
		rule,
		diagnostics: diagnostics.map((found) => (found.code === 'rule.empty' ? { ...found, message: NO_VALUE } : found)),
	};
	return checkText(text, parsed, fields, definitions, (_context, _rule, typed) => typed);
}

const NO_VALUE = 'The expression is empty. Write a calculation such as margin / revenue.';

function checkText(
	text: string,
	parsed: ParsedRule,
	fields: readonly RuleField[],
	definitions: Definitions | null,
	finish: typeof checkIsCondition,
): CheckedRule {
	if (!parsed.rule) {
		return {
			rule: null,
			typed: null,
			diagnostics: parsed.diagnostics.map((found) => withBackticks(found, text, [...fields, ...namesOf(definitions)])),
		};
	}
	const diagnostics: RuleDiagnostic[] = [];
	const context: CheckContext = {
		text,
		fields: new Map([...fields, ...namesOf(definitions)].map((field) => [field.name, field])),
		definitions,
		report: (severity, code, span, message, fixes) => {
			diagnostics.push(ruleDiagnostic(text, span, severity, code, message, fixes));
		},
	};
	const typed = finish(context, parsed.rule, checkExpression(context, parsed.rule));
	const hasError = diagnostics.some((diagnostic) => diagnostic.severity === 'error');
	return {
		rule: parsed.rule,
		typed: hasError ? null : typed,
		diagnostics: diagnostics.toSorted((a, b) => a.from - b.from || b.to - a.to),
	};
}

/** Custom fields, whose meaning is looked up when one is used; until then their names are enough. */
function namesOf(definitions: Definitions | null): readonly RuleField[] {
	return (definitions?.fieldNames ?? []).map((name) => ({ name, type: 'decimal', values: [] }));
}

/** A field name with spaces, written without backticks, is the most likely cause of a syntax error in its middle. */
function withBackticks(found: RuleDiagnostic, text: string, fields: readonly RuleField[]): RuleDiagnostic {
	const name = fields
		.map((field) => field.name)
		.find((candidate) => {
			const at = printField(candidate) === candidate ? -1 : text.lastIndexOf(candidate, found.from);
			return at !== -1 && at + candidate.length > found.from && text[at - 1] !== '`';
		});
	if (found.code !== 'rule.syntax' || name === undefined) {
		return found;
	}
	const from = text.lastIndexOf(name, found.from);
	const message = `A field name with spaces or signs stands in backticks: ${printField(name)}.`;
	const whole = { from, to: from + name.length };
	return ruleDiagnostic(text, whole, 'error', 'rule.syntax', message, [replacing(whole, printField(name))]);
}
