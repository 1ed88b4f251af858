import type { ChartTheme } from '#shared/charts/chartTheme.ts';
import { formatNumber } from '#shared/metrics/formatNumber.ts';
import { html, type Html } from './html.ts';
import type { ReportInput } from './ReportInput.ts';
import { reportTable } from './reportTable.ts';

const count = new Intl.NumberFormat('en');

/** Who is in which segment and why: rules, people, and what each lost to earlier ones. */
export function segmentsSection({ analysis, segmentation }: ReportInput, theme: ChartTheme): Html {
	const rules = new Map(segmentation.segments.map((segment) => [segment.id, segment.rule]));
	const rows = analysis.segments.map(
		(segment) =>
			html`<tr class="${segment.isRemainder ? 'remainder' : ''}">
				<th scope="row">
					<span class="swatch" style="background:${theme.segmentColor(segment.id)}"></span>${segment.name}
				</th>
				<td class="text wrap">
					${segment.isRemainder ? html`<span class="dim">no rule above is true</span>` : html`<code>${rules.get(segment.id) ?? ''}</code>`}
				</td>
				<td>${count.format(segment.people)}</td>
				<td>${formatNumber(segment.share, 'share', { currency: null })}</td>
				<td>${segment.isRemainder ? '–' : count.format(segment.lostToEarlier)}</td>
				<td>${count.format(segment.missingData)}</td>
			</tr>`,
	);
	return html`<h2>Segments</h2>
		<p>
			Each of the ${count.format(analysis.customers)} customers is in exactly one segment: the first whose rule is true
			takes them. “Lost to earlier” counts those for whom the rule is true but who were taken before; “missing data”
			those for whom it cannot be decided because a value is missing; in the remainder, whom a rule might have taken
			otherwise.
		</p>
		${reportTable(
			[
				{ title: 'Segment' },
				{ title: 'Rule', isText: true },
				{ title: 'People' },
				{ title: 'Share' },
				{ title: 'Lost to earlier' },
				{ title: 'Missing data' },
			],
			rows,
		)}
		${exclusionsPart(analysis, segmentation)}`;
}

/** Whom no row above counts. */
function exclusionsPart(
	{ excluded }: ReportInput['analysis'],
	{ exclusions }: ReportInput['segmentation'],
): Html | null {
	const rules = new Map(exclusions.map(({ id, rule }) => [id, rule]));
	return excluded.rules.length === 0
		? null
		: html`<h3>Excluded</h3>
				<p>
					These ${count.format(excluded.people)} customers are in no segment and in no figure. Whoever two of these
					rules name counts with the first; whoever cannot be decided is not excluded.
				</p>
				${reportTable(
					[
						{ title: 'Exclusion' },
						{ title: 'Rule', isText: true },
						{ title: 'People' },
						{ title: 'Missing data, kept' },
					],
					excluded.rules.map(
						({ id, name, people, missingData }) =>
							html`<tr>
								<th scope="row">${name}</th>
								<td class="text wrap"><code>${rules.get(id) ?? ''}</code></td>
								<td>${count.format(people)}</td>
								<td>${count.format(missingData)}</td>
							</tr>`,
					),
				)}`;
}
