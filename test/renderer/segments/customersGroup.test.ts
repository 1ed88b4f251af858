import { expect, test } from 'vitest';
import type { CustomerGroup } from '#shared/model/customerGroup.ts';
import { emptySegmentation, type Segmentation } from '#shared/model/segmentation.ts';
import { groupOf, groupTitle, isGone } from '../../../renderer/features/segments/customers/customersGroup.ts';

const draft: Segmentation = {
	...emptySegmentation,
	segments: [{ id: 'a', name: 'Champions', rule: 'x > 1' }],
	exclusions: [{ id: 'staff', name: 'Staff', rule: 'x = 0' }],
	remainder: 'Everyone else',
};

test('a tab of customers is called by what it lists', () => {
	const groups: readonly CustomerGroup[] = [
		{ kind: 'members', id: 'a' },
		{ kind: 'members', id: 'remainder' },
		{ kind: 'members', id: 'staff' },
		{ kind: 'lost', id: 'a' },
		{ kind: 'undecided', id: 'staff' },
		{ kind: 'excluded' },
	];
	expect(groups.map((group) => groupTitle(group, draft))).toEqual([
		'Customers: Champions',
		'Customers: Everyone else',
		'Excluded: Staff',
		'Champions: lost to earlier rules',
		'Staff: data missing',
		'Excluded customers',
	]);
	expect(groups.map((group) => isGone(group, emptySegmentation))).toEqual([true, false, true, true, true, false]);
	expect(groups.map((group) => groupOf({ ...group }))).toEqual(groups);
});

test('parameters of another version list nobody', () => {
	expect([groupOf({}), groupOf({ kind: 'members' }), groupOf({ kind: 'some', id: 'a' })]).toEqual([null, null, null]);
	expect([groupTitle(null, draft), isGone(null, draft)]).toEqual(['Customers', false]);
});
