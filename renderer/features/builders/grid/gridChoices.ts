import type { FrameField } from '#shared/model/frameField.ts';
import type { GridSettings, GridSplit, GridVariable } from '#shared/model/gridBuilder.ts';
import { isNumberField } from '../fieldChoices.ts';

export type SplitKind = GridSplit['kind'];

/** What to begin with: value by recency where the data has them, else the first fields that can be split. */
const preferred = ['revenue', 'recency_days', 'order_count'];

export function suggestedGrid(fields: readonly FrameField[]): GridSettings {
	return {
		variables: fieldsToSplit(fields)
			.slice(0, 2)
			.map((field) => suggestedVariable(field, fields)),
	};
}

/** Those that can be split, what one begins with first. */
export function fieldsToSplit(fields: readonly FrameField[]): readonly FrameField[] {
	const usable = fields.filter((field) => splitsOf(field).length > 0);
	const wanted = preferred.flatMap((name) => usable.find((field) => field.name === name) ?? []);
	return [...wanted, ...usable.filter((field) => !wanted.includes(field))];
}

export function suggestedVariable(field: FrameField, fields: readonly FrameField[]): GridVariable {
	return { field: field.name, split: suggestedSplit(splitsOf(field)[0] ?? 'quantiles', field, fields), missing: 'own' };
}

/** The splits that fit the type of a field; none for texts with too many different values. */
export function splitsOf({ type, values }: FrameField): readonly SplitKind[] {
	switch (type) {
		case 'integer':
		case 'decimal':
			return ['quantiles', 'width', 'cuts', 'outcome'];
		case 'date':
		case 'timestamp':
			return ['quantiles', 'width', 'outcome'];
		case 'boolean':
			return ['yes-no'];
		case 'text':
			return values.length === 0 ? [] : ['frequent', 'values', 'outcome'];
	}
}

export const splitNames: Readonly<Record<SplitKind, string>> = {
	quantiles: 'groups of equal size',
	width: 'stretches of equal length',
	cuts: 'own cuts',
	outcome: 'the best cuts by an outcome',
	frequent: 'the most frequent values',
	values: 'own groups of values',
	'yes-no': 'yes and no',
};

export function suggestedSplit(kind: SplitKind, field: FrameField, fields: readonly FrameField[]): GridSplit {
	switch (kind) {
		case 'quantiles':
		case 'width':
		case 'frequent':
			return { kind, parts: 3 };
		case 'cuts':
			return { kind, values: [1, 10] };
		case 'outcome': {
			const outcome = outcomeFields(fields, field.name)[0]?.name ?? field.name;
			return { kind, outcome, parts: 3, minimumShare: 0.1 };
		}
		case 'values':
			return { kind, groups: [{ name: field.values[0] || 'first', values: field.values.slice(0, 1) }] };
		case 'yes-no':
			return { kind };
	}
}

/** Responses first: what a campaign is after. */
export function outcomeFields(fields: readonly FrameField[], except: string): readonly FrameField[] {
	const usable = fields.filter((field) => field.name !== except && (isNumberField(field) || field.type === 'boolean'));
	const rank = ({ name, type }: FrameField) => (name === 'conversions' ? 0 : type === 'boolean' ? 1 : 2);
	return usable.toSorted((left, right) => rank(left) - rank(right));
}
