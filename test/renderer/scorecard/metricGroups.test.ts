import { expect, test } from 'vitest';
import { metricList } from '#shared/metrics/metricList.ts';
import { metricGroups, metricsWithValues } from '../../../renderer/features/scorecard/metricGroups.ts';
import { targetOf } from '../../../renderer/ui/useGridFocus.ts';
import { analysisFixture } from '../../support/analysisFixture.ts';

test('every metric of the catalogue stands under exactly one heading', () => {
	const grouped = metricGroups(metricList).flatMap((group) => group.metrics.map(({ id }) => id));
	expect(grouped.toSorted()).toEqual(metricList.map(({ id }) => id).toSorted());
	expect(metricGroups(metricList).map(({ id, metrics }) => [id, metrics.map((metric) => metric.id)])).toEqual([
		['size', ['M01', 'M02']],
		['value', ['M04', 'M05', 'M06', 'M07', 'M09', 'M16', 'M56']],
		['response', ['M03', 'M30', 'M48', 'M49']],
		['lift', ['M31', 'M46']],
		['data', ['M74', 'M75']],
	]);
});

test('metrics without data are not shown unless they are asked for', () => {
	expect(metricsWithValues(analysisFixture).has('M30')).toBe(true);
	expect(metricsWithValues(analysisFixture).has('M16')).toBe(false);
});

test('keys move within the grid and stop at its edges', () => {
	const at = { row: 2, column: 3 };
	const go = (key: string, isFar = false) => targetOf(key, isFar, at, 5, 6);
	expect([go('ArrowUp'), go('ArrowRight'), go('Home'), go('End'), go('Home', true), go('End', true)]).toEqual([
		{ row: 1, column: 3 },
		{ row: 2, column: 4 },
		{ row: 2, column: 0 },
		{ row: 2, column: 5 },
		{ row: 0, column: 0 },
		{ row: 4, column: 5 },
	]);
	expect(targetOf('ArrowDown', false, { row: 4, column: 5 }, 5, 6)).toEqual({ row: 4, column: 5 });
	expect(go('a')).toBeNull();
});
