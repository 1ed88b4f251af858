import type { GainsPoint } from '#shared/metrics/gainsCurve.ts';
import type { MetricFacts } from '#shared/metrics/MetricFacts.ts';
import { type ChartTable, numberCell, textCell } from './ChartTable.ts';
import { percentText } from './gainsChartOption.ts';

/** What the two axes of the gains curve add up, read off the formula of a metric: `conversions / campaign rows`. */
export function gainsAxes({ shape, formula }: MetricFacts): { readonly gain: string; readonly share: string } | null {
	switch (shape.kind) {
		case 'ratio':
		case 'per-member':
		case 'member-share': {
			const [gain = formula, share = 'customers'] = formula.replaceAll(/[()]/g, '').split(' / ');
			return { gain, share };
		}
		case 'total':
			return { gain: formula.replace('sum of ', ''), share: 'customers' };
		case 'share-of-total':
		case 'count':
		case 'penetration':
		case 'arm-rate':
		case 'arm-mean':
		case 'counted':
			return null;
	}
}

/** Says what the best segment, and those that hold the first half, bring. */
export function gainsSentence(
	points: readonly GainsPoint[],
	nameOf: (segmentId: string) => string,
	axes: { readonly gain: string; readonly share: string },
): string {
	const [first] = points;
	if (!first) {
		return 'There is nothing to rank yet.';
	}
	const lead = `${nameOf(first.segment)} has ${percentText(first.share)} of ${axes.share} and ${percentText(first.cumulativeGain)} of ${axes.gain}, ${first.cumulativeLift.toFixed(2)} times the average.`;
	const half = points.findIndex((point) => point.cumulativeGain >= 0.5);
	const reached = points[half];
	return half < 1 || !reached || half === points.length - 1
		? lead
		: `${lead} The best ${half + 1} segments together have ${percentText(reached.cumulativeShare)} of ${axes.share} and ${percentText(reached.cumulativeGain)} of ${axes.gain}.`;
}

/** The curve as a table, best segment first. */
export function gainsTable(
	points: readonly GainsPoint[],
	nameOf: (segmentId: string) => string,
	axes: { readonly gain: string; readonly share: string },
): ChartTable {
	return {
		columns: [
			{ label: 'Segment', isNumeric: false },
			{ label: `Share of ${axes.share}`, isNumeric: true },
			{ label: `Cumulative share of ${axes.share}`, isNumeric: true },
			{ label: `Cumulative share of ${axes.gain}`, isNumeric: true },
			{ label: 'Times the average', isNumeric: true },
		],
		rows: points.map((point) => [
			textCell(nameOf(point.segment)),
			numberCell(point.share, percentText),
			numberCell(point.cumulativeShare, percentText),
			numberCell(point.cumulativeGain, percentText),
			numberCell(point.cumulativeLift, (value) => value.toFixed(2)),
		]),
	};
}
