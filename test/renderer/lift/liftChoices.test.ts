import { expect, test } from 'vitest';
import { findMetric } from '#shared/metrics/findMetric.ts';
import { metricList } from '#shared/metrics/metricList.ts';
import {
	chosenMetric,
	chosenScale,
	liftMetrics,
	scaleLabel,
	scalesOf,
} from '../../../renderer/features/lift/liftChoices.ts';
import { analysisFixture } from '../../support/analysisFixture.ts';

const metrics = liftMetrics(analysisFixture, metricList);
const scales = (id: string) => scalesOf(analysisFixture, findMetric(id)!);

test('only metrics with a value somewhere can be chosen', () => {
	expect(metrics.map(({ id }) => id)).not.toContain('M16');
	expect(metrics.map(({ id }) => id)).toContain('M31');
});

test('the effect of campaigns comes first, else response, and a wish is kept while it can be met', () => {
	expect(chosenMetric(metrics, null)?.id).toBe('M31');
	expect(
		chosenMetric(
			metrics.filter(({ id }) => id !== 'M31'),
			null,
		)?.id,
	).toBe('M30');
	expect(chosenMetric(metrics, 'M06')?.id).toBe('M06');
	expect(chosenMetric(metrics, 'M16')?.id).toBe('M31');
	expect(chosenMetric([], null)).toBeNull();
});

test('a lift is not shown as the lift of itself', () => {
	expect(scales('M31')).toEqual(['difference', 'value']);
	expect(scales('M30')).toEqual(['difference', 'lift', 'value']);
	expect(scales('M01')).toEqual(['value']);
	expect(chosenScale(scales('M31'), findMetric('M31')!, 'lift')).toBe('value');
	expect(chosenScale(scales('M30'), findMetric('M30')!, null)).toBe('difference');
	expect(scaleLabel('value', findMetric('M31')!)).toBe('Relative lift');
});
