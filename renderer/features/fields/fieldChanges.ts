import type { CustomField } from '#shared/model/customField.ts';
import type { Segmentation } from '#shared/model/segmentation.ts';
import { parseRule } from '#shared/rules/parseRule.ts';
import { referencesOf } from '#shared/rules/referencesOf.ts';
import { renameReferences } from '#shared/rules/renameReferences.ts';
import { withRuleTexts } from '#shared/rules/withRuleTexts.ts';

/** Edits of the custom fields of a draft, and what depends on them. */

export function addCustomField(draft: Segmentation, field: CustomField): Segmentation {
	return { ...draft, customFields: [...draft.customFields, field] };
}

export function changeCustomField(
	draft: Segmentation,
	name: string,
	change: Partial<Pick<CustomField, 'expression' | 'description'>>,
): Segmentation {
	return {
		...draft,
		customFields: draft.customFields.map((field) => (field.name === name ? { ...field, ...change } : field)),
	};
}

/** Rules and expressions that use the field go on using it under its new name. */
export function renameCustomField(draft: Segmentation, from: string, to: string): Segmentation {
	const renamed = withRuleTexts(draft, (text) => renameReferences(text, 'field', from, to));
	return {
		...renamed,
		customFields: renamed.customFields.map((field) => (field.name === from ? { ...field, name: to } : field)),
	};
}

export function removeCustomField(draft: Segmentation, name: string): Segmentation {
	return { ...draft, customFields: draft.customFields.filter((field) => field.name !== name) };
}

/** Something that would be broken without a custom field. */
export interface FieldUse {
	readonly kind: 'segment' | 'exclusion' | 'custom-field';
	readonly id: string;
	readonly name: string;
}

/** Who refers to a field directly. Its own expression, where it runs in a circle, is no other's use. */
export function usesOf({ segments, exclusions, customFields }: Segmentation, field: string): readonly FieldUse[] {
	const isUsedIn = (text: string) => referencesOf(parseRule(text).rule).fields.has(field);
	return [
		...segments.filter(({ rule }) => isUsedIn(rule)).map(({ id, name }): FieldUse => ({ kind: 'segment', id, name })),
		...exclusions
			.filter(({ rule }) => isUsedIn(rule))
			.map(({ id, name }): FieldUse => ({ kind: 'exclusion', id, name })),
		...customFields
			.filter(({ name, expression }) => name !== field && isUsedIn(expression))
			.map(({ name }): FieldUse => ({ kind: 'custom-field', id: name, name })),
	];
}

/** What is wrong with a name for a custom field, or null. `current` is the name that it has now, if any. */
export function nameProblem(
	name: string,
	current: string | null,
	taken: { readonly columns: readonly string[]; readonly customFields: readonly CustomField[] },
): string | null {
	if (name.trim() === '') {
		return 'A custom field needs a name.';
	}
	if (name !== current && taken.columns.includes(name)) {
		return `The data has a field “${name}” already. Choose another name.`;
	}
	if (name !== current && taken.customFields.some((field) => field.name === name)) {
		return `There is a custom field “${name}” already. Choose another name.`;
	}
	return null;
}

/** The next free `field_1`, `field_2`, … */
export function freeFieldName(columns: readonly string[], customFields: readonly CustomField[]): string {
	const taken = new Set([...columns, ...customFields.map(({ name }) => name)]);
	let number = 1;
	while (taken.has(`field_${number}`)) {
		number++;
	}
	return `field_${number}`;
}
