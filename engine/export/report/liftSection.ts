import type { ChartTheme } from '#shared/charts/chartTheme.ts';
import { quantityOf } from '#shared/charts/formatQuantity.ts';
import { liftChartHeightPx, liftChartOption } from '#shared/charts/liftChartOption.ts';
import { liftRows } from '#shared/charts/liftRows.ts';
import type { LiftScale } from '#shared/charts/liftScale.ts';
import { liftSentence } from '#shared/charts/liftSentence.ts';
import type { MetricFacts } from '#shared/metrics/MetricFacts.ts';
import { html, type Html } from './html.ts';
import { renderChart } from './renderChart.ts';
import type { ReportInput } from './ReportInput.ts';

const WIDTH_PX = 1040;

/** One lift chart for every metric that compares: segments ranked, with intervals and the baseline. */
export function liftSection(
	{ analysis, project }: ReportInput,
	metrics: readonly MetricFacts[],
	theme: ChartTheme,
): Html {
	const { settings } = project;
	const figures = metrics.flatMap((metric) => {
		const scale: LiftScale = metric.unit === 'relative' || metric.shape.kind === 'arm-mean' ? 'value' : 'lift';
		const rows = liftRows(analysis, metric.id, scale);
		if (!rows.some((row) => row.estimate !== null)) {
			return [];
		}
		const quantity = quantityOf(metric, scale, settings.currency);
		const description = liftSentence({ rows, metricLabel: metric.label, quantity, settings });
		const option = liftChartOption({
			rows,
			metricLabel: metric.label,
			quantity,
			baseline: analysis.baseline,
			description,
			theme,
		});
		return [
			html`<figure>
				${renderChart(option, { widthPx: WIDTH_PX, heightPx: liftChartHeightPx(rows.length) })}
				<figcaption>${description}</figcaption>
			</figure>`,
		];
	});
	return figures.length === 0
		? html``
		: html`<h2>Lift</h2>
				${figures}`;
}
