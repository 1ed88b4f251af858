import { quantityOf } from '#shared/charts/formatQuantity.ts';
import { liftRows } from '#shared/charts/liftRows.ts';
import { type LiftScale, liftScales } from '#shared/charts/liftScale.ts';
import type { MetricFacts } from '#shared/metrics/MetricFacts.ts';
import type { Analysis } from '#shared/model/analysis.ts';

/** What to show first: the effect of campaigns where there is one, else response, else worth. */
const preferred = ['M31', 'M30', 'M06', 'M56', 'M02'];

/** Metrics that have a value in some segment; those without say in the scorecard what would enable them. */
export function liftMetrics(analysis: Analysis, metrics: readonly MetricFacts[]): readonly MetricFacts[] {
	const known = new Set(
		analysis.numbers.filter(({ segment, value }) => segment !== null && value !== null).map(({ metric }) => metric),
	);
	return metrics.filter(({ id }) => known.has(id));
}

export function chosenMetric(metrics: readonly MetricFacts[], wanted: string | null): MetricFacts | null {
	const ids = [wanted, ...preferred];
	for (const id of ids) {
		const found = metrics.find((metric) => metric.id === id);
		if (found) {
			return found;
		}
	}
	return metrics[0] ?? null;
}

/** Scales on which the metric has an estimate somewhere. */
export function scalesOf(analysis: Analysis, facts: MetricFacts): readonly LiftScale[] {
	const isComparison = quantityOf(facts, 'value', null).isComparison;
	return liftScales.filter((scale) => {
		// The lift of a lift, and the difference of a difference, would be shown twice.
		const isTwice = isComparison && scale === (facts.unit === 'relative' ? 'lift' : 'difference');
		return !isTwice && liftRows(analysis, facts.id, scale).some((row) => row.estimate !== null);
	});
}

/** The wanted scale if the metric has it; else the value of a lift, the difference of anything else. */
export function chosenScale(scales: readonly LiftScale[], facts: MetricFacts, wanted: LiftScale | null): LiftScale {
	if (wanted !== null && scales.includes(wanted)) {
		return wanted;
	}
	return quantityOf(facts, 'value', null).isComparison ? 'value' : (scales[0] ?? 'value');
}

/** The scale in words for the picker. */
export function scaleLabel(scale: LiftScale, { unit, shape }: MetricFacts): string {
	switch (scale) {
		case 'difference':
			return unit === 'share' || unit === 'relative' ? 'Difference in percentage points' : 'Difference';
		case 'lift':
			return 'Relative lift';
		case 'value':
			return shape.kind === 'arm-rate' ? 'Relative lift' : shape.kind === 'arm-mean' ? 'Difference' : 'Value';
	}
}

/** What the gains curve ranks by first: conversions, then revenue. */
export function chosenGainsMetric<T extends { readonly facts: MetricFacts }>(
	ranked: readonly T[],
	wanted: string | null,
): T | null {
	for (const id of [wanted, 'M30', 'M06']) {
		const found = ranked.find(({ facts }) => facts.id === id);
		if (found) {
			return found;
		}
	}
	return ranked[0] ?? null;
}
