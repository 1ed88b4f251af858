import { expect, test } from 'vitest';
import { segmentsMatching } from '../../../renderer/features/segments/segmentsMatching.ts';
import { segmentationFixture } from '../../support/analysisFixture.ts';

const found = (text: string, segments = segmentationFixture.segments) =>
	segmentsMatching(segments, text).map(({ segment, position }) => `${position} ${segment.id}`);

test('segments keep their place in the whole list when others are not shown', () => {
	expect(found('')).toHaveLength(segmentationFixture.segments.length);
	expect(found('wholesale')).toEqual(['4 tiny']);
	expect(found('ORDER_COUNT recency')).toEqual(['0 champions', '1 loyal', '2 at-risk']);
	expect(found('nobody')).toEqual([]);
});

test('owner and action are looked through too', () => {
	const segments = segmentationFixture.segments.map((segment) =>
		segment.id === 'new' ? { ...segment, owner: 'Ada', action: 'Welcome series' } : segment,
	);
	expect(found('ada welcome', segments)).toEqual(['3 new']);
});
