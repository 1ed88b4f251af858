import { expect, test } from 'vitest';
import { nextSort, ruleOrder, scorecardRows } from '../../../renderer/features/scorecard/scorecardRows.ts';
import { analysisFixture } from '../../support/analysisFixture.ts';

const order = (metric: string | null, isDescending: boolean) =>
	scorecardRows(analysisFixture, { metric, isDescending }).map(({ segment }) => segment);

test('rows keep the order of the rules, and the whole base comes last', () => {
	expect(order(null, true)).toEqual(['champions', 'loyal', 'at-risk', 'new', 'tiny', 'remainder', null]);
});

test('sorting by a metric goes by value in either direction, and the whole base stays where it is', () => {
	expect(order('M06', true)).toEqual(['tiny', 'champions', 'loyal', 'at-risk', 'new', 'remainder', null]);
	expect(order('M06', false)).toEqual(['remainder', 'new', 'at-risk', 'loyal', 'champions', 'tiny', null]);
});

test('rows without a value stay below the others in either direction', () => {
	const numbers = analysisFixture.numbers.map((record) =>
		record.metric === 'M06' && record.segment === 'loyal' ? { ...record, value: null } : record,
	);
	for (const isDescending of [true, false]) {
		const rows = scorecardRows({ ...analysisFixture, numbers }, { metric: 'M06', isDescending });
		expect(rows.at(-2)?.segment).toBe('loyal');
	}
});

test('a header sorts best first, then the other way round, then gives the order of the rules back', () => {
	const first = nextSort(ruleOrder, 'M30');
	const second = nextSort(first, 'M30');
	expect([first, second, nextSort(second, 'M30')]).toEqual([
		{ metric: 'M30', isDescending: true },
		{ metric: 'M30', isDescending: false },
		ruleOrder,
	]);
	expect(nextSort(second, 'M06')).toEqual({ metric: 'M06', isDescending: true });
});
