import type { Rule } from './Rule.ts';

/** The names that a rule speaks of. */
export interface RuleReferences {
	/** Fields, custom ones among them. */
	readonly fields: ReadonlySet<string>;
	/** What stands in `segment('…')`: ids or names of other rules. */
	readonly segments: ReadonlySet<string>;
}

/** Empty for a rule that could not be read. */
export function referencesOf(rule: Rule | null): RuleReferences {
	const fields = new Set<string>();
	const segments = new Set<string>();
	const pending: Rule[] = rule ? [rule] : [];
	for (let part = pending.pop(); part; part = pending.pop()) {
		if (part.kind === 'field') {
			fields.add(part.name);
		}
		if (part.kind === 'call' && part.name === 'segment' && part.arguments[0]?.kind === 'text') {
			segments.add(part.arguments[0].value);
		}
		pending.push(...partsOf(part));
	}
	return { fields, segments };
}

/** The rules that a rule is made of, one level down. */
export function partsOf(rule: Rule): readonly Rule[] {
	switch (rule.kind) {
		case 'and':
		case 'or':
			return rule.operands;
		case 'not':
		case 'is-null':
		case 'negation':
			return [rule.operand];
		case 'comparison':
		case 'arithmetic':
			return [rule.left, rule.right];
		case 'between':
			return [rule.operand, rule.low, rule.high];
		case 'in':
			return [rule.operand, ...rule.items];
		case 'text-match':
			return [rule.operand, rule.pattern];
		case 'call':
			return rule.arguments;
		case 'field':
		case 'number':
		case 'duration':
		case 'text':
		case 'date':
		case 'boolean':
		case 'null':
		case 'asof':
			return [];
	}
}
