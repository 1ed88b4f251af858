import { expect, test } from 'vitest';
import { formatQuantity, formatTick, quantityOf } from '#shared/charts/formatQuantity.ts';
import type { LiftScale } from '#shared/charts/liftScale.ts';
import { findMetric } from '#shared/metrics/findMetric.ts';

function text(metric: string, scale: LiftScale, value: number): string {
	return formatQuantity(value, quantityOf(findMetric(metric)!, scale, 'EUR')).replaceAll('\u00a0', ' ');
}

test('a rate is per cent, its difference percentage points, its lift a signed percentage', () => {
	expect([text('M30', 'value', 0.1234), text('M30', 'difference', 0.041), text('M30', 'lift', 0.5)]).toEqual([
		'12.3 %',
		'+4.1 pp',
		'+50.0 %',
	]);
});

test('money keeps its currency on every scale but the relative one', () => {
	expect([text('M06', 'value', 1234.5), text('M06', 'difference', -3.2), text('M06', 'lift', -0.07)]).toEqual([
		'€1,234.50',
		'-€3.20',
		'-7.0 %',
	]);
});

test('metrics that are comparisons themselves carry a sign as values', () => {
	expect([text('M31', 'value', 0.56), text('M46', 'value', 1.5), text('M31', 'difference', 0.03)]).toEqual([
		'+56.0 %',
		'+€1.50',
		'+3.0 pp',
	]);
});

test('marks on an axis have the decimals of its step', () => {
	const quantity = quantityOf(findMetric('M30')!, 'difference', null);
	expect(formatTick(2.5, quantity, 1)).toBe('+2.5\u00a0pp');
	expect(formatTick(0, quantity, 0)).toBe('0\u00a0pp');
});
