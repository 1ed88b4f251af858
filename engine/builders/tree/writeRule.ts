import { printField, printText } from '#shared/rules/printRule.ts';
import type { BinnedField } from './BinnedField.ts';
import type { FieldCondition } from './nodeConditions.ts';

/** The rule of one or more conditions that must all hold. */
export function writeRule(conditions: readonly FieldCondition[]): string {
	const texts = conditions.map(writeCondition).filter((text) => text !== null);
	const joined = texts.map((text) => (texts.length > 1 && text.isOr ? `(${text.text})` : text.text));
	return joined.length === 0 ? 'true' : joined.join(' and ');
}

interface ConditionText {
	readonly text: string;
	/** Whether it needs parentheses beside an `and`. */
	readonly isOr: boolean;
}

/** Null where every customer is let in. */
function writeCondition({ field, allowed }: FieldCondition): ConditionText | null {
	const name = printField(field.name);
	const values = valueCondition(field, allowed);
	const letsMissingIn = field.hasMissing && allowed[field.bins] === 1;
	if (values === 'all') {
		return letsMissingIn || !field.hasMissing ? null : { text: `${name} is not null`, isOr: false };
	}
	if (values === 'none') {
		return letsMissingIn ? { text: `${name} is null`, isOr: false } : { text: 'false', isOr: false };
	}
	return letsMissingIn ? { text: `${values} or ${name} is null`, isOr: true } : { text: values, isOr: false };
}

/** The condition on the values alone; it is never true of a missing one. */
function valueCondition(field: BinnedField, allowed: Uint8Array): string {
	const { words, bins } = field;
	const name = printField(field.name);
	const wanted = [...Array(bins).keys()].filter((bin) => allowed[bin] === 1);
	if (wanted.length === bins || wanted.length === 0) {
		return wanted.length === 0 ? 'none' : 'all';
	}
	switch (words.kind) {
		case 'boolean':
			return allowed[1] === 1 ? name : `not ${name}`;
		case 'labels': {
			const isOpen = allowed[bins - 1] === 1;
			const listed = words.labels.filter((_, bin) => (allowed[bin] === 1) !== isOpen).map(printText);
			return listed.length === 1
				? `${name} ${isOpen ? '!=' : '='} ${listed[0]}`
				: `${name} ${isOpen ? 'not in' : 'in'} (${listed.join(', ')})`;
		}
		case 'ordered': {
			const [first, last] = [wanted[0]!, wanted.at(-1)!];
			const only = first === last ? words.only[first] : null;
			if (only !== null && only !== undefined) {
				return `${name} = ${only}`;
			}
			const above = first > 0 ? [`${name} > ${words.limits[first - 1]}`] : [];
			const upTo = last < bins - 1 ? [`${name} <= ${words.limits[last]}`] : [];
			return [...above, ...upTo].join(' and ');
		}
	}
}
