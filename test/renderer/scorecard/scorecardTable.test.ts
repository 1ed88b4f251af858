import { expect, test } from 'vitest';
import { findMetric } from '#shared/metrics/findMetric.ts';
import { ruleOrder, scorecardRows } from '../../../renderer/features/scorecard/scorecardRows.ts';
import { scorecardTable } from '../../../renderer/features/scorecard/scorecardTable.ts';
import { analysisFixture } from '../../support/analysisFixture.ts';

test('sizes get one column, compared metrics also baseline, difference, lift and p', () => {
	const metrics = [findMetric('M01')!, findMetric('M06')!];
	const table = scorecardTable(scorecardRows(analysisFixture, ruleOrder), metrics);
	expect(table.columns.map(({ label }) => label)).toEqual([
		'Segment',
		'Segment size',
		'Revenue per member',
		'Revenue per member, baseline',
		'Revenue per member, difference',
		'Revenue per member, difference low',
		'Revenue per member, difference high',
		'Revenue per member, lift',
		'Revenue per member, lift low',
		'Revenue per member, lift high',
		'Revenue per member, adjusted p',
	]);
	expect(table.rows[0]?.slice(0, 3).map(({ raw }) => raw)).toEqual(['Champions', 1834, 442.97]);
	expect(table.rows.at(-1)?.map(({ raw }) => raw)).toEqual(['All customers', 25_000, 128.48, ...Array(8).fill(null)]);
});
