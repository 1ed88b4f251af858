import { expect, test } from 'vitest';
import { funnelSentence, funnelSteps } from '../../../renderer/features/segments/funnelSteps.ts';
import { analysisFixture } from '../../support/analysisFixture.ts';

test('the steps are the base in rule order and add up to all of it', () => {
	const steps = funnelSteps(analysisFixture);
	expect(steps.map(({ id }) => id)).toEqual(['champions', 'loyal', 'at-risk', 'new', 'tiny', 'remainder']);
	expect(steps.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12);
});

test('empty segments have no place in the bar, and without customers there is no bar', () => {
	const segments = analysisFixture.segments.map((segment) => ({ ...segment, people: segment.id === 'new' ? 0 : 5 }));
	expect(funnelSteps({ ...analysisFixture, customers: 25, segments })).toHaveLength(5);
	expect(funnelSteps({ ...analysisFixture, customers: 0 })).toEqual([]);
	expect(funnelSentence([])).toBe('There are no customers to split.');
});
