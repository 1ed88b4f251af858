import { expect, test } from 'vitest';
import {
	axisValue,
	histogramScale,
	placeOf,
	plainDigits,
	rounded,
	valueAt,
	writeAxisValue,
	type HistogramScale,
} from '../../../../renderer/features/segments/conditions/histogramScale.ts';

const counts = (bars: number) => Array.from({ length: bars }, () => 1);

function scaleOf(
	type: 'integer' | 'decimal' | 'date',
	low: number | string,
	high: number | string,
	bars = 20,
): HistogramScale {
	const scale = histogramScale({ type, histogram: { low, high, counts: counts(bars) }, bulk: null });
	if (!scale) {
		throw new Error('no scale');
	}
	return scale;
}

test('whole numbers with a bar each: "at most 3" ends behind the bar of 3, "at least 3" begins before it', () => {
	const scale = scaleOf('integer', 1, 10, 10);
	expect([placeOf(scale, 3, false), placeOf(scale, 3, true)]).toEqual([0.2, 0.3]);
	expect([valueAt(scale, 0.2, false), valueAt(scale, 0.3, true)]).toEqual([3, 3]);
});

test('a dragged value is a round number of about a step per pixel, and stays one', () => {
	expect(scaleOf('decimal', 0, 50_000).step).toBe(100);
	expect(valueAt(scaleOf('decimal', 0, 50_000), 0.31517, false)).toBe(15_800);
	expect(valueAt(scaleOf('decimal', 0, 1), 0.1234, false)).toBe(0.12);
	expect(rounded(scaleOf('decimal', 0, 0.003), 0.0012345)).toBe(0.00123);
	expect(scaleOf('integer', 0, 30).step).toBe(1);
});

test('dates stand on days and are written as such', () => {
	const scale = scaleOf('date', '2024-01-01', '2024-12-31');
	expect(scale.to - scale.from).toBe(365);
	expect(writeAxisValue(scale, valueAt(scale, 0.5, false))).toBe('2024-07-02');
	expect(axisValue('2024-01-01T12:00:00Z')).toBe(19_723.5);
	expect(axisValue('gold')).toBeNull();
});

test('values outside of the axis stand at its ends', () => {
	const scale = scaleOf('decimal', 10, 20);
	expect([placeOf(scale, -5, false), placeOf(scale, 99, false)]).toEqual([0, 1]);
});

test('a field with one value has an axis, one without values has none', () => {
	expect(placeOf(scaleOf('decimal', 7, 7), 7, false)).toBe(0);
	expect(histogramScale({ type: 'text', histogram: null, bulk: null })).toBeNull();
});

test('the axis leaves far values off where there are some', () => {
	const histogram = { low: 0, high: 1_000_000, counts: counts(20) };
	expect(histogramScale({ type: 'decimal', histogram, bulk: { low: 0, high: 500, counts: counts(20) } })).toMatchObject(
		{
			to: 500,
			isCut: true,
		},
	);
});

test('digits have no exponent', () => {
	expect([plainDigits(1e21), plainDigits(2.5e-9), plainDigits(-0.5), plainDigits(0)]).toEqual([
		'1000000000000000000000',
		'0.0000000025',
		'-0.5',
		'0',
	]);
});
