import { expect, test } from 'vitest';
import { niceScale } from '#shared/charts/niceScale.ts';

test('an axis ends on round numbers around the data', () => {
	expect(niceScale(-3.1, 8.4, 7)).toEqual({ min: -4, max: 10, step: 2, digits: 0 });
	expect(niceScale(0, 0.37, 7)).toEqual({ min: 0, max: 0.4, step: 0.1, digits: 1 });
	expect(niceScale(-0.011, 0.013, 6)).toEqual({ min: -0.015, max: 0.015, step: 0.005, digits: 3 });
});

test('a range of one point still gives an axis', () => {
	expect(niceScale(5, 5, 5)).toEqual({ min: 5, max: 6, step: 0.2, digits: 1 });
});

test('steps of two and a half show the decimal they need', () => {
	expect(niceScale(0, 12, 5)).toEqual({ min: 0, max: 12.5, step: 2.5, digits: 1 });
	expect(niceScale(0, 120, 5)).toEqual({ min: 0, max: 125, step: 25, digits: 0 });
});
