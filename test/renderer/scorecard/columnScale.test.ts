import { expect, test } from 'vitest';
import type { NumberRecord } from '#shared/model/numberRecord.ts';
import { columnScale } from '../../../renderer/features/scorecard/columnScale.ts';
import { numberFixture } from '../../support/numberFixture.ts';

function compared(value: number, half: number, given: Partial<NumberRecord> = {}): NumberRecord {
	const estimate = { value, low: value - half, high: value + half, level: 0.95 };
	return numberFixture({
		metric: 'M06',
		segment: 's',
		unit: 'money',
		value: 1,
		difference: estimate,
		lift: estimate,
		...given,
	});
}

test('all rows of a column share one axis that holds zero', () => {
	expect(columnScale([compared(2, 1), compared(3, 0.5)], false)).toEqual({ scale: 'lift', low: 0, high: 3.5 });
});

test('where one row has no relative lift, the whole column shows differences', () => {
	expect(columnScale([compared(2, 1), compared(-1, 0.5, { lift: null })], false)).toEqual({
		scale: 'difference',
		low: -1.5,
		high: 3,
	});
});

test('a segment with too few people is drawn on the scale of the others', () => {
	const tiny = compared(900, 400, { sufficiency: 'too-few' });
	expect(columnScale([compared(2, 1), tiny], false)).toMatchObject({ high: 3 });
	expect(columnScale([compared(2, 1), compared(1, 900)], false)).toEqual({ scale: 'lift', low: -6, high: 6 });
});

test('columns that compare nothing have no bars', () => {
	expect(columnScale([numberFixture({ metric: 'M01', segment: 's', value: 5 })], false)).toBeNull();
	expect(columnScale([], true)).toBeNull();
});
