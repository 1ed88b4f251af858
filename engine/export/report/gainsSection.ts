import type { ChartTheme } from '#shared/charts/chartTheme.ts';
import { GAINS_CHART_HEIGHT_PX, gainsChartOption } from '#shared/charts/gainsChartOption.ts';
import { gainsAxes, gainsSentence } from '#shared/charts/gainsWords.ts';
import { gainsCurve } from '#shared/metrics/gainsCurve.ts';
import type { MetricFacts } from '#shared/metrics/MetricFacts.ts';
import { html, type Html } from './html.ts';
import { renderChart } from './renderChart.ts';
import type { ReportInput } from './ReportInput.ts';

const WIDTH_PX = 900;

/** For every metric that ranks: how much of the outcome the best segments hold, against taking customers at random. */
export function gainsSection(
	{ analysis }: ReportInput,
	metrics: readonly MetricFacts[],
	theme: ChartTheme,
): Html | null {
	const nameOf = (id: string): string => analysis.segments.find((segment) => segment.id === id)?.name ?? id;
	const figures = metrics.flatMap((metric) => {
		const axes = gainsAxes(metric);
		const points = axes ? gainsCurve(analysis.numbers.filter((record) => record.metric === metric.id)) : [];
		if (!axes || points.length < 2) {
			return [];
		}
		const description = gainsSentence(points, nameOf, axes);
		const option = gainsChartOption({
			points,
			nameOf,
			gainLabel: axes.gain,
			shareLabel: axes.share,
			curve: 'gains',
			description,
			theme,
		});
		return [
			html`<figure>
				<h3>Segments ranked by ${metric.label.toLowerCase()}</h3>
				${renderChart(option, { widthPx: WIDTH_PX, heightPx: GAINS_CHART_HEIGHT_PX })}
				<figcaption>${description}</figcaption>
			</figure>`,
		];
	});
	return figures.length === 0
		? null
		: html`<h2>Gains</h2>
				${figures}`;
}
