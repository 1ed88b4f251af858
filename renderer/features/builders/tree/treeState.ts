import type { FrameField } from '#shared/model/frameField.ts';
import type { TreeField, TreeOutcome, TreeSettings } from '#shared/model/treeBuilder.ts';
import { printField } from '#shared/rules/printRule.ts';
import { Store } from '../../../engine/Store.ts';
import { isNumberField } from '../fieldChoices.ts';

/** What a person has chosen; null where the data decides. */
export interface TreeChoices extends Omit<TreeSettings, 'outcome' | 'fields' | 'level'> {
	readonly outcome: TreeOutcome | null;
	readonly fields: readonly string[] | null;
}

/** Kept while the app runs, so that the tab can be closed and opened again. */
export const treeState = new Store<TreeChoices>({
	outcome: null,
	fields: null,
	method: 'cart',
	maxDepth: 4,
	maxLeaves: 7,
	minimumLeaf: 200,
	minimumGain: 0.002,
	alpha: 0.01,
	holdoutShare: 0.3,
	seed: 1,
});

/** Outcomes that the fields offer: shares first, in the order of the fields. */
export function outcomeChoices(fields: readonly FrameField[]): readonly TreeOutcome[] {
	const shares = fields.flatMap((field): TreeOutcome[] => {
		const name = printField(field.name);
		return field.type === 'boolean'
			? [{ kind: 'rate', rule: name }]
			: isNumberField(field) && field.unit === 'count'
				? [{ kind: 'rate', rule: `${name} > 0` }]
				: [];
	});
	const means = fields.filter(isNumberField).map(({ name }): TreeOutcome => ({ kind: 'amount', field: name }));
	return [...shares, ...means];
}

/** What people ask for most, where the data has it. */
const USUAL = ['conversions > 0', 'is_repeat'];

export function usualOutcome(fields: readonly FrameField[]): TreeOutcome | null {
	const choices = outcomeChoices(fields);
	const usual = USUAL.flatMap((rule) => choices.filter((choice) => choice.kind === 'rate' && choice.rule === rule));
	return usual[0] ?? choices[0] ?? null;
}

/** Without a choice: every field that can be used and proves something. */
export function chosenFields(choices: TreeChoices, fields: readonly TreeField[]): string[] {
	const usable = fields.filter(({ unusable }) => unusable === null);
	const { fields: chosen } = choices;
	return usable
		.filter(({ name, leak }) => (chosen === null ? leak === null : chosen.includes(name)))
		.map(({ name }) => name)
		.slice(0, 100);
}
