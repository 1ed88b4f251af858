import { expect, test } from 'vitest';
import type { BuilderProposal } from '#shared/model/builderProposal.ts';
import { emptySegmentation, segmentation, type Segmentation } from '#shared/model/segmentation.ts';
import { applyProposal, changedFields } from '../../../renderer/features/builders/applyProposal.ts';
import { proposalSentence } from '../../../renderer/features/builders/proposalSentence.ts';

const counts = { people: 5, share: 0.5, revenue: 10 };
const proposal: BuilderProposal = {
	segments: [
		{ name: 'Champions', rule: 'score > 1', description: 'The best.', ...counts },
		{ name: 'Others', rule: 'score <= 1', description: '', ...counts },
	],
	remainder: { name: 'Without a score', description: '', people: 0, share: 0, revenue: 0 },
	customFields: [{ name: 'score', expression: 'order_count * 2' }],
	customers: 10,
	revenue: 20,
	overlap: 0,
	notes: [],
};
const draft: Segmentation = {
	...emptySegmentation,
	mode: 'strict',
	segments: [{ id: 'champions', name: 'Champions', rule: 'order_count > 9' }],
	exclusions: [{ id: 'others', name: 'Staff', rule: 'revenue < 0' }],
	customFields: [
		{ name: 'score', expression: 'order_count' },
		{ name: 'other', expression: 'revenue' },
	],
};

test('instead of the segments at hand, the proposal brings its segments, its remainder and its field', () => {
	const next = applyProposal(draft, proposal, 'replace');
	expect(segmentation.parse(next)).toEqual({
		...draft,
		segments: [
			{ id: 'champions', name: 'Champions', rule: 'score > 1', description: 'The best.' },
			{ id: 'others-2', name: 'Others', rule: 'score <= 1' },
		],
		remainder: 'Without a score',
		customFields: [
			{ name: 'other', expression: 'revenue' },
			{ name: 'score', expression: 'order_count * 2' },
		],
	});
});

test('behind the segments at hand, names and ids stay apart and the remainder keeps its name', () => {
	const next = applyProposal(draft, proposal, 'append');
	expect([next.remainder, next.segments.map(({ id, name }) => [id, name])]).toEqual([
		'Everyone else',
		[
			['champions', 'Champions'],
			['champions-2', 'Champions 2'],
			['others-2', 'Others'],
		],
	]);
	expect(segmentation.safeParse(next).success).toBe(true);
});

test('a field that would get another meaning is told', () => {
	expect(changedFields(draft, proposal).map(({ name }) => name)).toEqual(['score']);
	expect(changedFields({ ...draft, customFields: proposal.customFields }, proposal)).toEqual([]);
});

test('the sentence says how the customers are split, and an overlap if there should be one', () => {
	expect(proposalSentence(proposal)).toBe(
		'2 segments hold 10 of 10 customers; nobody is in two of them. Without a score: 0.',
	);
	expect(proposalSentence({ ...proposal, overlap: 3 })).toContain('3 matches are in more than one');
});
