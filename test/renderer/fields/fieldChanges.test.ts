import { expect, test } from 'vitest';
import { emptySegmentation, type Segmentation } from '#shared/model/segmentation.ts';
import {
	freeFieldName,
	nameProblem,
	removeCustomField,
	renameCustomField,
	usesOf,
} from '../../../renderer/features/fields/fieldChanges.ts';

const draft: Segmentation = {
	...emptySegmentation,
	segments: [
		{ id: 'a', name: 'A', rule: 'share < 0.2' },
		{ id: 'b', name: 'B', rule: "country = 'share' -- share" },
	],
	exclusions: [{ id: 'x', name: 'X', rule: 'not `twice share` > 1' }],
	customFields: [
		{ name: 'share', expression: 'margin / revenue' },
		{ name: 'twice share', expression: '2 * share' },
	],
};

test('who uses a field is known, and a text or remark of its name is no use', () => {
	expect(usesOf(draft, 'share')).toEqual([
		{ kind: 'segment', id: 'a', name: 'A' },
		{ kind: 'custom-field', id: 'twice share', name: 'twice share' },
	]);
	expect(usesOf(draft, 'twice share')).toEqual([{ kind: 'exclusion', id: 'x', name: 'X' }]);
	expect(usesOf(removeCustomField(draft, 'twice share'), 'twice share')).toHaveLength(1);
});

test('a field takes the rules and expressions that use it along when it is renamed', () => {
	const renamed = renameCustomField(draft, 'share', 'margin share');
	expect(renamed.segments.map(({ rule }) => rule)).toEqual(['`margin share` < 0.2', "country = 'share' -- share"]);
	expect(renamed.customFields).toEqual([
		{ name: 'margin share', expression: 'margin / revenue' },
		{ name: 'twice share', expression: '2 * `margin share`' },
	]);
	expect(renamed.exclusions).toEqual(draft.exclusions);
});

test.each([
	['  ', 'A custom field needs a name.'],
	['revenue', 'The data has a field “revenue” already. Choose another name.'],
	['twice share', 'There is a custom field “twice share” already. Choose another name.'],
	['share', null],
	['new', null],
])('as a new name of “share”, “%s” is answered with %s', (name, expected) => {
	expect(nameProblem(name, 'share', { columns: ['revenue'], customFields: draft.customFields })).toBe(expected);
});

test('a new field gets a name that nothing has yet', () => {
	expect(freeFieldName(['field_1'], [{ name: 'field_2', expression: '' }])).toBe('field_3');
});
