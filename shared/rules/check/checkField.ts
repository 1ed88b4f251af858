import { nearestName } from '../nearestName.ts';
import { printField, printText } from '../printRule.ts';
import type { FieldReference } from '../Rule.ts';
import type { TypedRule } from '../TypedRule.ts';
import { valueTypeOf } from '../valueTypeOf.ts';
import type { CheckContext } from './CheckContext.ts';

export function checkField(context: CheckContext, rule: FieldReference): TypedRule | null {
	const field = context.fields.get(rule.name);
	if (field) {
		return { kind: 'field', type: valueTypeOf(field.type), name: field.name };
	}
	context.report('error', 'rule.unknown-field', rule, unknown(context, rule));
	return null;
}

function unknown(context: CheckContext, rule: FieldReference): string {
	const names = [...context.fields.keys()];
	const owner = [...context.fields.values()].find((field) => field.values.includes(rule.name));
	if (owner) {
		return `There is no field ${printField(rule.name)}. Text values stand in quotes: ${printText(rule.name)}.`;
	}
	const withSpace = spacedName(context, rule, names);
	const nearest = withSpace ?? nearestName(rule.name, names);
	if (nearest !== null) {
		return `There is no field ${printField(rule.name)}. Did you mean ${printField(nearest)}?`;
	}
	const offer = names.slice(0, 5).map(printField).join(', ');
	const list =
		names.length === 0
			? 'There are no fields yet: import a table first.'
			: `Fields are ${offer}${names.length > 5 ? ' …' : '.'}`;
	return `There is no field ${printField(rule.name)}. Text values stand in quotes. ${list}`;
}

/** `order-count` without backticks reads as order minus count; the field whose name goes on like the text is meant. */
function spacedName(context: CheckContext, rule: FieldReference, names: readonly string[]): string | null {
	const rest = context.text.slice(rule.from);
	return names.find((name) => /[^\p{L}\p{N}_.]/u.test(name) && rest.startsWith(name)) ?? null;
}
