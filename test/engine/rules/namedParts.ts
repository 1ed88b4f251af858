import type { CustomField } from '#shared/model/customField.ts';
import { printRule } from '#shared/rules/printRule.ts';
import type { Rule } from '#shared/rules/Rule.ts';

/**
 * The same rule with some of its parts moved into custom fields, which may build on each other. `isNamed` decides for each part in turn.
 * Literals stay: a text that means a date beside a date is a text by itself.
 */
export function namedParts(
	rule: Rule,
	isNamed: () => boolean,
): { readonly rule: Rule; readonly customFields: readonly CustomField[] } {
	const customFields: CustomField[] = [];
	const visit = (part: Rule): Rule => {
		const inner = withParts(part, visit);
		if (!canBeNamed(part) || !isNamed()) {
			return inner;
		}
		const name = `named ${customFields.length}`;
		customFields.push({ name, expression: printRule(inner) });
		return { kind: 'field', name, from: 0, to: 0 };
	};
	return { rule: visit(rule), customFields };
}

function canBeNamed(rule: Rule): boolean {
	const values = ['number', 'duration', 'text', 'date', 'boolean', 'null', 'asof', 'call', 'arithmetic', 'negation'];
	return !values.includes(rule.kind);
}

function withParts(rule: Rule, visit: (part: Rule) => Rule): Rule {
	switch (rule.kind) {
		case 'and':
		case 'or':
			return { ...rule, operands: rule.operands.map(visit) };
		case 'not':
		case 'is-null':
			return { ...rule, operand: visit(rule.operand) };
		case 'comparison':
			return { ...rule, left: visit(rule.left), right: visit(rule.right) };
		case 'between':
			return { ...rule, operand: visit(rule.operand) };
		case 'in':
			return { ...rule, operand: visit(rule.operand) };
		case 'text-match':
			return { ...rule, operand: visit(rule.operand) };
		case 'arithmetic':
		case 'negation':
		case 'call':
		case 'field':
		case 'number':
		case 'duration':
		case 'text':
		case 'date':
		case 'boolean':
		case 'null':
		case 'asof':
			return rule;
	}
}
