import { expect, test } from 'vitest';
import { funnelCaption, funnelSentence, funnelSteps } from '../../../renderer/features/segments/funnelSteps.ts';
import { analysisFixture } from '../../support/analysisFixture.ts';

test('the steps are the base in rule order and add up to all of it', () => {
	const steps = funnelSteps(analysisFixture);
	expect([...new Set(steps.map(({ id }) => id))]).toEqual([
		'champions',
		'loyal',
		'at-risk',
		'new',
		'tiny',
		'remainder',
	]);
	expect(steps.map(({ number }) => number).filter((number) => number !== null)).toEqual([1, 2, 3, 4, 5]);
	expect(steps.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12);
});

test('empty segments have no place in the bar, and without customers there is no bar', () => {
	const segments = analysisFixture.segments.map((segment) => ({ ...segment, people: segment.id === 'new' ? 0 : 5 }));
	expect(funnelSteps({ ...analysisFixture, customers: 25, segments })).toHaveLength(5);
	expect(funnelSteps({ ...analysisFixture, customers: 0 })).toEqual([]);
	expect(funnelSentence([])).toBe('There are no customers to split.');
});

test('the remainder shows apart those whose data is missing, and the caption names every bucket', () => {
	const segments = analysisFixture.segments.map((segment) => ({
		...segment,
		missingData: segment.isRemainder ? 45 : segment.missingData,
	}));
	const excluded = {
		people: 12,
		orders: 0,
		revenue: 0,
		rules: [{ id: 'x', name: 'Staff', people: 12, matches: 12, missingData: 0 }],
	};
	const steps = funnelSteps({ ...analysisFixture, segments });
	expect(steps.slice(-2).map(({ name, people, isMissingData }) => [name, people, isMissingData])).toEqual([
		['Everyone else', 14_000, false],
		['Everyone else, data missing', 45, true],
	]);
	expect(funnelCaption({ ...analysisFixture, segments, excluded }, 'Jul 1, 2026')).toBe(
		'25,000 customers as of Jul 1, 2026, each in exactly one segment; 45 in none of the rules because data is missing; 12 excluded (Staff 12)',
	);
});
