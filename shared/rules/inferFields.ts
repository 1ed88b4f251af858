import type { CustomField } from '../model/customField.ts';
import { dayOfIso } from './calendar.ts';
import { ruleFunction } from './functions.ts';
import { parseRule } from './parseRule.ts';
import type { Rule } from './Rule.ts';
import type { RuleField } from './RuleField.ts';
import type { ValueType } from './TypedRule.ts';

/** Rules refer to each other's fields in any order; types spread in few rounds. */
const MAX_ROUNDS = 8;

/**
 * The fields that rules speak of, with types told from how they are used, for rules without data: what is compared with a number is
 * one, what stands alone is true or false, a text such as '2024-01-31' makes a date. Fields of which nothing tells the type are
 * taken for text. `known` fields keep their types. Custom fields have the types of their expressions and are not among the answers.
 * Rules that cannot be read are left out.
 */
export function inferFields(
	texts: readonly string[],
	known: readonly RuleField[],
	customFields: readonly CustomField[] = [],
): readonly RuleField[] {
	const types = new Map<string, ValueType | null>();
	const fixed = new Map(known.map((field) => [field.name, field]));
	for (const field of known) {
		types.set(field.name, field.type === 'integer' || field.type === 'decimal' ? 'number' : field.type);
	}
	const rules = texts.flatMap((text) => parseRule(text).rule ?? []);
	const custom = customFields.map(({ name, expression }) => ({ name, rule: parseRule(expression).rule }));
	for (let round = 0; round < MAX_ROUNDS; round++) {
		const before = JSON.stringify([...types]);
		for (const rule of rules) {
			visit(rule, 'boolean', types);
		}
		for (const { name, rule } of custom) {
			const wanted = types.get(name) ?? null;
			types.set(name, (rule && visit(rule, wanted, types)) ?? wanted);
		}
		if (JSON.stringify([...types]) === before) {
			break;
		}
	}
	const isCustom = new Set(custom.map(({ name }) => name));
	const found = [...types].filter(([name]) => !isCustom.has(name));
	return found.map(([name, type]) => {
		const column = type === 'number' ? 'decimal' : (type ?? 'text');
		return fixed.get(name) ?? { name, type: column, values: [] };
	});
}

type Types = Map<string, ValueType | null>;

/** Visits a part of which `wanted` is known; gives the type that it turns out to have. */
function visit(rule: Rule, wanted: ValueType | null, types: Types): ValueType | null {
	switch (rule.kind) {
		case 'and':
		case 'or':
			rule.operands.forEach((operand) => visit(operand, 'boolean', types));
			return 'boolean';
		case 'not':
			visit(rule.operand, 'boolean', types);
			return 'boolean';
		case 'comparison':
			alike([rule.left, rule.right], null, types);
			return 'boolean';
		case 'between':
			alike([rule.operand, rule.low, rule.high], null, types);
			return 'boolean';
		case 'in':
			alike([rule.operand, ...rule.items], null, types);
			return 'boolean';
		case 'is-null':
			visit(rule.operand, null, types);
			return 'boolean';
		case 'text-match':
			visit(rule.operand, 'text', types);
			visit(rule.pattern, 'text', types);
			return 'boolean';
		case 'arithmetic':
			return arithmetic(rule, types);
		case 'negation':
			return visit(rule.operand, 'number', types);
		case 'call': {
			const entry = ruleFunction(rule.name);
			const parameter = entry?.parameter ?? null;
			if (parameter === 'any') {
				return alike(rule.arguments, wanted, types);
			}
			rule.arguments.forEach((argument) => visit(argument, parameter, types));
			return entry && entry.result !== 'same' ? entry.result : null;
		}
		case 'field':
			types.set(rule.name, types.get(rule.name) ?? wanted);
			return types.get(rule.name) ?? null;
		case 'number':
			return 'number';
		case 'text':
			return dayOfIso(rule.value.slice(0, 10)) === null ? 'text' : 'date';
		case 'boolean':
			return 'boolean';
		case 'date':
		case 'asof':
			return 'date';
		case 'duration':
		case 'null':
			return null;
	}
}

function arithmetic(rule: Rule & { readonly kind: 'arithmetic' }, types: Types): ValueType | null {
	if (rule.right.kind === 'duration') {
		return visit(rule.left, 'date', types);
	}
	const [left, right] = [visit(rule.left, null, types), visit(rule.right, null, types)];
	const isDated = [left, right].some((type) => type === 'date' || type === 'timestamp');
	visit(rule.left, isDated ? 'date' : 'number', types);
	visit(rule.right, isDated ? 'date' : 'number', types);
	return 'number';
}

/** Values that are compared have one type. A literal text gives way to whatever else is there. */
function alike(parts: readonly Rule[], wanted: ValueType | null, types: Types): ValueType | null {
	const found = parts.map((part) => visit(part, wanted, types));
	const firm = found.filter((type, index) => type !== null && parts[index]!.kind !== 'text');
	const literal = found.filter((_, index) => parts[index]!.kind === 'text');
	const type = firm[0] ?? (literal.includes('text') ? 'text' : literal[0]) ?? wanted;
	parts.forEach((part) => visit(part, type, types));
	return type;
}
