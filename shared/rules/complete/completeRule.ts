import { ruleFunctions } from '../functions.ts';
import { printField, printText } from '../printRule.ts';
import type { RuleField } from '../RuleField.ts';
import { valueTypeOf } from '../valueTypeOf.ts';
import { completionContext } from './completionContext.ts';
import type { CompletionContext } from './completionContext.ts';
import type { CompletionItem, RuleCompletion, WantedValues } from './CompletionItem.ts';
import { keywordItem, operatorItems } from './operatorItems.ts';

const typeNames = {
	integer: 'number',
	decimal: 'number',
	date: 'date',
	timestamp: 'date and time',
	boolean: 'true or false',
	text: 'text',
} as const;

/**
 * What could stand at the cursor, the likeliest sort first; null where there is nothing to offer. `segmentNames` are the segments that
 * the rule may refer to.
 */
export function completeRule(
	text: string,
	position: number,
	fields: readonly RuleField[],
	segmentNames: readonly string[] = [],
): RuleCompletion | null {
	const context = completionContext(text, position, fields);
	if (!context) {
		return null;
	}
	const items = itemsAt(context, fields, segmentNames);
	const values = valuesAt(context, text.slice(context.from, position));
	return items.length === 0 && values === null ? null : { from: context.from, to: context.to, items, values };
}

/** An item for a value of a text field. `description` says how frequent it is, where that is known. */
export function textValueItem(value: string, quote: "'" | '"', detail: string, description: string): CompletionItem {
	const written = quote === "'" ? printText(value) : `"${value.replaceAll('"', '""')}"`;
	return { label: written, insert: written, kind: 'value', detail, description };
}

function valuesAt({ field, expected, before, quote }: CompletionContext, typed: string): WantedValues | null {
	if (field?.type !== 'text' || !expected.has('value') || before === 'matches' || quote === '`') {
		return null;
	}
	if (quote !== null) {
		return { field: field.name, prefix: typed.slice(1).replaceAll(quote + quote, quote), quote };
	}
	return typed === '' ? { field: field.name, prefix: '', quote: "'" } : null;
}

function itemsAt(
	context: CompletionContext,
	fields: readonly RuleField[],
	segmentNames: readonly string[],
): CompletionItem[] {
	if (context.before === 'matches') {
		return [];
	}
	if (context.isSegmentName && context.quote !== '`') {
		const quote = context.quote ?? "'";
		return segmentNames.map((name) => textValueItem(name, quote, 'segment', ''));
	}
	if (context.quote === '`') {
		return context.expected.has('value') ? fields.map((field) => fieldItem(field, true)) : [];
	}
	if (context.quote !== null) {
		return context.expected.has('value') ? textItems(context.field, context.quote) : [];
	}
	if (context.expected.has('value')) {
		return operandItems(context, fields, segmentNames);
	}
	return operatorItems(context);
}

function operandItems(
	context: CompletionContext,
	fields: readonly RuleField[],
	segmentNames: readonly string[],
): CompletionItem[] {
	if (context.before === 'contains' || context.before === 'with') {
		return textItems(context.field, "'");
	}
	const { field } = context;
	const others = field
		? fields.filter((other) => other !== field && typeNames[other.type] === typeNames[field.type])
		: fields;
	const fitting = ruleFunctions.filter(
		({ result }) => !field || result === 'same' || result === valueTypeOf(field.type),
	);
	const functions = fitting.map((entry): CompletionItem => ({
		label: entry.name,
		insert: `${entry.name}(`,
		kind: 'function',
		detail: entry.signature,
		description: `${entry.description} Example: ${entry.example}`,
	}));
	const start = context.isConditionStart ? [...segmentItems(segmentNames), keywordItem('not')] : [];
	return [...valueItems(field), ...others.map((other) => fieldItem(other, false)), ...functions, ...start];
}

/** References to the rules of other segments. */
function segmentItems(names: readonly string[]): CompletionItem[] {
	return names.map((name) => ({
		label: `segment(${printText(name)})`,
		insert: `segment(${printText(name)})`,
		kind: 'function',
		detail: 'segment(name)',
		description: `Whether the rule of ${name} is true`,
	}));
}

function valueItems(field: RuleField | null): CompletionItem[] {
	switch (field?.type) {
		case 'text':
			return textItems(field, "'");
		case 'boolean':
			return [valueItem('true', ''), valueItem('false', '')];
		case 'date':
		case 'timestamp':
			return [
				valueItem('asof', 'The date as of which the customers are looked at'),
				valueItem('asof - 90 days', 'A span before that date: days, weeks, months or years'),
				valueItem("'2024-01-31'", 'A date: year, month and day'),
			];
		case 'integer':
		case 'decimal':
		case undefined:
			return [];
	}
}

function textItems(field: RuleField | null, quote: "'" | '"'): CompletionItem[] {
	const values = field?.type === 'text' ? field.values : [];
	return values.map((value) => textValueItem(value, quote, '', field ? `A value of ${field.name}` : ''));
}

function valueItem(written: string, description: string): CompletionItem {
	return { label: written, insert: written, kind: 'value', detail: '', description };
}

function fieldItem(field: RuleField, hasBacktick: boolean): CompletionItem {
	const printed = printField(field.name);
	const insert = hasBacktick && !printed.startsWith('`') ? `\`${printed}\`` : printed;
	const { type, description = '' } = field;
	return { label: insert, insert, kind: 'field', detail: typeNames[type], description };
}
