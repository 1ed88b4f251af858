import { expect, test } from 'vitest';
import { emptySegmentation } from '#shared/model/segmentation.ts';
import {
	addExclusion,
	changeExclusion,
	freeExclusionName,
	removeExclusion,
} from '../../../renderer/features/segments/exclusions/exclusionChanges.ts';
import { segmentationFixture } from '../../support/analysisFixture.ts';

test('an exclusion gets an id that no segment has', () => {
	const draft = addExclusion(segmentationFixture, { name: 'Loyal', rule: '' });
	expect(draft.exclusions).toEqual([{ id: 'loyal-2', name: 'Loyal', rule: '' }]);
	expect(draft.segments).toBe(segmentationFixture.segments);
});

test('the usual exclusions are proposed first, then numbers', () => {
	const names: string[] = [];
	let draft = emptySegmentation;
	for (let count = 0; count < 5; count++) {
		const name = freeExclusionName(draft);
		names.push(name);
		draft = addExclusion(draft, { name, rule: '' });
	}
	expect(names).toEqual(['Test accounts', 'Staff', 'No consent', 'Exclusion 1', 'Exclusion 2']);
	expect(new Set(draft.exclusions.map(({ id }) => id)).size).toBe(5);
});

test('an exclusion is changed and removed by its id, and a strange id changes nothing', () => {
	const draft = addExclusion(emptySegmentation, { name: 'Staff', rule: '' });
	const changed = changeExclusion(draft, 'staff', { rule: "tier = 'staff'" });
	expect(changed.exclusions[0]?.rule).toBe("tier = 'staff'");
	expect(removeExclusion(changed, 'staff').exclusions).toEqual([]);
	expect(removeExclusion(changed, 'nobody')).toBe(changed);
});
