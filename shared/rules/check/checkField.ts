import { nearestName } from '../nearestName.ts';
import { printField, printText } from '../printRule.ts';
import type { FieldReference, Span } from '../Rule.ts';
import { replacing } from '../RuleFix.ts';
import type { TypedRule } from '../TypedRule.ts';
import { valueTypeOf } from '../valueTypeOf.ts';
import type { CheckContext } from './CheckContext.ts';
import { resolved } from './resolved.ts';

export function checkField(context: CheckContext, rule: FieldReference): TypedRule | null {
	const field = context.fields.get(rule.name);
	if (context.definitions?.isDefined(rule.name)) {
		return resolved(context, rule, context.definitions.field(rule.name));
	}
	if (field) {
		return { kind: 'field', type: valueTypeOf(field.type), name: field.name };
	}
	const { message, insert } = unknown(context, rule);
	const fixes = insert === null ? [] : [replacing(lengthened(context, rule, insert), insert)];
	context.report('error', 'rule.unknown-field', rule, message, fixes);
	return null;
}

/** `order-count` without backticks reads as three tokens; all of them are replaced. */
function lengthened({ text }: CheckContext, { from, to }: FieldReference, insert: string): Span {
	const name = insert.startsWith('`') ? insert.slice(1, -1) : '';
	return { from, to: name !== '' && text.startsWith(name, from) ? from + name.length : to };
}

function unknown(
	context: CheckContext,
	rule: FieldReference,
): { readonly message: string; readonly insert: string | null } {
	const names = [...context.fields.keys()];
	const owner = [...context.fields.values()].find((field) => field.values.includes(rule.name));
	if (owner) {
		const message = `There is no field ${printField(rule.name)}. Text values stand in quotes: ${printText(rule.name)}.`;
		return { message, insert: printText(rule.name) };
	}
	const withSpace = spacedName(context, rule, names);
	const nearest = withSpace ?? nearestName(rule.name, names);
	if (nearest !== null) {
		const message = `There is no field ${printField(rule.name)}. Did you mean ${printField(nearest)}?`;
		return { message, insert: printField(nearest) };
	}
	const offer = names.slice(0, 5).map(printField).join(', ');
	const list =
		names.length === 0
			? 'There are no fields yet: import a table first.'
			: `Fields are ${offer}${names.length > 5 ? ' …' : '.'}`;
	const message = `There is no field ${printField(rule.name)}. Text values stand in quotes. ${list}`;
	return { message, insert: null };
}

/** `order-count` without backticks reads as order minus count; the field whose name goes on like the text is meant. */
function spacedName(context: CheckContext, rule: FieldReference, names: readonly string[]): string | null {
	const rest = context.text.slice(rule.from);
	return names.find((name) => /[^\p{L}\p{N}_.]/u.test(name) && rest.startsWith(name)) ?? null;
}
