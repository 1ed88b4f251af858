import type { MetricFacts } from '#shared/metrics/MetricFacts.ts';
import type { Analysis } from '#shared/model/analysis.ts';
import { html, type Html } from './html.ts';
import { reportTable } from './reportTable.ts';

/** What each number is and how it was estimated, and every warning that a number carries, once. */
export function methodSection(analysis: Analysis, metrics: readonly MetricFacts[]): Html {
	const rows = metrics.map((metric) => {
		const records = analysis.numbers.filter((record) => record.metric === metric.id);
		const shown = records.find((record) => record.segment !== null && record.value !== null) ?? records[0];
		return html`<tr>
			<th scope="row">${metric.label}<span class="small">${metric.id}</span></th>
			<td class="text wrap">${metric.definition}<span class="small">${metric.formula}</span></td>
			<td class="text wrap">${shown?.value === null ? (shown.reason ?? '') : (shown?.method ?? '')}</td>
		</tr>`;
	});
	const warnings = new Map(
		analysis.numbers.flatMap((record) => record.warnings.map((warning) => [warning.message, warning.code] as const)),
	);
	return html`<h2>What the numbers are</h2>
		${reportTable(
			[
				{ title: 'Metric' },
				{ title: 'Definition', isText: true },
				{ title: 'Estimate, interval and test', isText: true },
			],
			rows,
		)}
		${
			warnings.size === 0
				? null
				: html`<h3>Cautions</h3>
						<ul class="notes">
							${[...warnings.keys()].map((message) => html`<li>${message}</li>`)}
						</ul>`
		}`;
}
