import { expect, test } from 'vitest';
import { liftRows } from '#shared/charts/liftRows.ts';
import { analysisFixture } from '../../support/analysisFixture.ts';

test('segments are ranked by the estimate, and those with too few people for one come last', () => {
	const rows = liftRows(analysisFixture, 'M30', 'difference');
	expect(rows.map((row) => row.segment)).toEqual(['champions', 'loyal', 'at-risk', 'new', 'remainder', 'tiny']);
	expect(rows[0]?.estimate?.value).toBeCloseTo(0.112 - (0.064 * 25_000 - 0.112 * 1834) / (25_000 - 1834), 12);
});

test('segments without an estimate keep the rule order and carry the reason', () => {
	const rows = liftRows(analysisFixture, 'M16', 'difference');
	expect(rows.map((row) => [row.segment, row.estimate, row.record.reason])).toEqual(
		analysisFixture.segments.map(({ id }) => [id, null, 'Needs cost of goods in the orders table.']),
	);
});

test('the whole base is not a row, and an unknown metric has none', () => {
	expect(liftRows(analysisFixture, 'M30', 'value').map((row) => row.segment)).not.toContain(null);
	expect(liftRows(analysisFixture, 'M99', 'value')).toEqual([]);
});

test('the band on the relative scale is the detectable difference over the size of the baseline', () => {
	const [first] = liftRows(analysisFixture, 'M30', 'lift');
	const { mde, baseline } = first!.record;
	expect(first?.detectable).toBeCloseTo(mde! / baseline!.value!, 12);
});
