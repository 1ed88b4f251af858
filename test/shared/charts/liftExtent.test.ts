import { expect, test } from 'vitest';
import { liftExtent } from '#shared/charts/liftExtent.ts';
import { liftRows } from '#shared/charts/liftRows.ts';
import { analysisFixture } from '../../support/analysisFixture.ts';
import { numberFixture } from '../../support/numberFixture.ts';

function extent(estimates: readonly (readonly [value: number, low: number | null, high: number | null])[]) {
	const numbers = estimates.map(([value, low, high], index) =>
		numberFixture({
			metric: 'M06',
			segment: analysisFixture.segments[index]!.id,
			unit: 'money',
			value,
			difference: { value, low, high, level: 0.95 },
		}),
	);
	return liftExtent(liftRows({ ...analysisFixture, numbers }, 'M06', 'difference'), 'difference', 1);
}

test('the axis holds zero and all intervals', () => {
	expect(extent([[3, 1, 5]])).toMatchObject({ min: 0, max: 5 });
	expect(extent([[-3, -9, 2]])).toMatchObject({ min: -10, max: 2 });
});

test('one endless interval does not flatten the others', () => {
	const { min, max } = extent([
		[2, 1, 3],
		[1, -500, 500],
		[1, null, null],
	]);
	expect([min, max]).toEqual([-10, 10]);
});
