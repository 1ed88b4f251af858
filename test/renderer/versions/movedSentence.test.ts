import { expect, test } from 'vitest';
import type { PeopleMoved } from '#shared/model/peopleMoved.ts';
import { movedSentence } from '../../../renderer/features/versions/movedSentence.ts';

const place = (name: string) => ({ id: name, name, kind: 'segment' as const, people: 0, revenue: 0 });
const moved = (flows: readonly (readonly [number, number, number])[], revenue: number | null = 20): PeopleMoved => ({
	customers: 1000,
	before: [place('Big'), place('Small')],
	after: [place('Big'), place('Small')],
	flows: flows.map(([from, to, people]) => ({ from, to, people, revenue, isStay: from === to })),
	moved: { people: flows.reduce((sum, [from, to, people]) => (from === to ? sum : sum + people), 0), revenue },
	problems: [],
});
const money = (value: number | null) => `€${value}`;

test('the sentence says how many move, with which revenue, and the largest way', () => {
	expect([
		movedSentence(moved([[0, 0, 1000]]), money),
		movedSentence(
			moved([
				[0, 1, 20],
				[1, 0, 5],
			]),
			money,
		),
		movedSentence(moved([[1, 0, 1]], null), money),
	]).toEqual([
		'All of 1,000 customers stay where they are.',
		'25 of 1,000 customers (2.5\u00a0%) are in another segment, with revenue of €20. The largest group, 20, goes from “Big” to “Small”.',
		'1 of 1,000 customers (0.1\u00a0%) is in another segment. The customer goes from “Small” to “Big”.',
	]);
});
