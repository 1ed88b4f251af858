import { formatLevel } from '#shared/charts/formatLevel.ts';
import { baselineName } from '#shared/charts/baselineWords.ts';
import { metricList } from '#shared/metrics/metricList.ts';
import { agreedSection } from './agreedSection.ts';
import { checksSection } from './checksSection.ts';
import { dataSection } from './dataSection.ts';
import { gainsSection } from './gainsSection.ts';
import { html, Html } from './html.ts';
import { liftSection } from './liftSection.ts';
import { methodSection } from './methodSection.ts';
import type { ReportInput } from './ReportInput.ts';
import { reportStyle } from './reportStyle.ts';
import { reportTheme } from './reportTheme.ts';
import { scorecardSection } from './scorecardSection.ts';
import { segmentsSection } from './segmentsSection.ts';

const count = new Intl.NumberFormat('en');

/**
 * The report for people: one HTML file that loads nothing, with the charts as drawings in it. Its policy forbids scripts and
 * requests, so that it can be passed on without a second thought.
 */
export function renderReport(input: ReportInput): string {
	const { project, analysis } = input;
	const theme = reportTheme(input.segmentation);
	const metrics = metricList.filter((metric) => analysis.numbers.some((record) => record.metric === metric.id));
	const facts: readonly (readonly [string, string])[] = [
		['As of', analysis.asOf],
		['Customers', count.format(analysis.customers)],
		...(analysis.excluded.rules.length > 0 ? [['Excluded', count.format(analysis.excluded.people)] as const] : []),
		['Segments', count.format(analysis.segments.length)],
		['Compared with', baselineName(analysis.baseline)],
		['Confidence', formatLevel(project.settings.level)],
	];
	return html`<!doctype html>
		<html lang="en">
			<head>
				<meta charset="utf-8" />
				<meta name="viewport" content="width=device-width, initial-scale=1" />
				<meta
					http-equiv="Content-Security-Policy"
					content="default-src 'none'; style-src 'unsafe-inline'; img-src data:"
				/>
				<title>Customer segments as of ${analysis.asOf}</title>
				<style>
					${new Html(reportStyle)}
				</style>
			</head>
			<body>
				<main>
					<h1>Customer segments</h1>
					<p class="dim">What each mutually exclusive segment is worth, how it responds, and how sure that is.</p>
					<dl class="facts">
						${facts.map(
							([label, value]) =>
								html`<div>
									<dt>${label}</dt>
									<dd>${value}</dd>
								</div>`,
						)}
					</dl>
					${segmentsSection(input, theme)} ${agreedSection(input)} ${checksSection(input)}
					${scorecardSection(input, metrics)} ${liftSection(input, metrics, theme)}
					${gainsSection(input, metrics, theme)} ${methodSection(analysis, metrics)} ${dataSection(input)}
					<footer>Made by Tranche on this computer. No data left it.</footer>
				</main>
			</body>
		</html> `.text;
}
