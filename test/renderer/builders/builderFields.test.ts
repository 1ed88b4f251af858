import { expect, test } from 'vitest';
import type { FrameField } from '#shared/model/frameField.ts';
import { emptySegmentation } from '#shared/model/segmentation.ts';
import { builderFields } from '../../../renderer/features/builders/builderFields.ts';

const field = (name: string): FrameField => ({
	name,
	type: 'integer',
	origin: 'derived',
	description: '',
	unit: 'count',
	nulls: 0,
	values: [],
});

test('custom fields stand behind those of the data, but for wrong ones and those that refer to segments', () => {
	const customFields = [
		{ name: 'per visit', expression: 'spend / visits', description: 'Spend of a visit' },
		{ name: 'is lively', expression: 'visits >= 5' },
		{ name: 'spend', expression: 'visits * 2' },
		{ name: 'in other', expression: "segment('other')" },
		{ name: 'broken', expression: 'nowhere + 1' },
	];
	const segments = [{ id: 'other', name: 'Other', rule: 'visits > 3' }];
	const offered = builderFields({
		fields: [field('spend'), field('visits')],
		segmentation: { ...emptySegmentation, segments, customFields },
	});
	expect(offered.map(({ name, type, description }) => [name, type, description])).toEqual([
		['visits', 'integer', ''],
		['per visit', 'decimal', 'Spend of a visit'],
		['is lively', 'boolean', ''],
		['spend', 'decimal', ''],
	]);
});
