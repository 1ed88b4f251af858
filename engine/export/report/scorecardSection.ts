import { formatLevel } from '#shared/charts/formatLevel.ts';
import { baselineName, baselineNote } from '#shared/charts/baselineWords.ts';
import { formatQuantity, quantityOf } from '#shared/charts/formatQuantity.ts';
import { correctionName } from '#shared/charts/liftSentence.ts';
import type { MetricFacts } from '#shared/metrics/MetricFacts.ts';
import type { NumberRecord } from '#shared/model/numberRecord.ts';
import { html, type Html } from './html.ts';
import type { ReportInput } from './ReportInput.ts';

/** Every metric of every segment: the value, its interval, and the lift against the baseline. */
export function scorecardSection(input: ReportInput, metrics: readonly MetricFacts[]): Html {
	const { analysis, project } = input;
	const records = new Map(analysis.numbers.map((record) => [`${record.metric} ${record.segment ?? ''}`, record]));
	const columns = [
		{ id: '', name: 'Everyone', className: 'base' },
		...analysis.segments.map(({ id, name, isRemainder }) => ({ id, name, className: isRemainder ? 'remainder' : '' })),
	];
	const rows = columns.map(
		({ id, name, className }) =>
			html`<tr class="${className}">
				<th scope="row">${name}</th>
				${metrics.map((metric) => html`<td>${cell(metric, records.get(`${metric.id} ${id}`), project.settings.currency)}</td>`)}
			</tr>`,
	);
	return html`<h2>Scorecard</h2>
		<p>
			Values with their ${formatLevel(project.settings.level)} intervals; below them the lift against
			${baselineName(analysis.baseline)}, in bold where it is beyond chance after the
			${correctionName(project.settings)} over the segments of the metric. ${baselineNote(analysis.baseline)}
		</p>
		<div class="scroll">
			<table>
				<thead>
					<tr>
						<th scope="col">Segment</th>
						${metrics.map((metric) => html`<th scope="col">${metric.label}</th>`)}
					</tr>
				</thead>
				<tbody>
					${rows}
				</tbody>
			</table>
		</div>`;
}

function cell(metric: MetricFacts, record: NumberRecord | undefined, currency: string | null): Html {
	if (!record || record.value === null) {
		return html`<span class="dim" title="${record?.reason ?? ''}">–</span>`;
	}
	const value = quantityOf(metric, 'value', currency);
	const { interval, lift } = record;
	return html`${formatQuantity(record.value, value)}
	${
		interval && interval.low !== null && interval.high !== null
			? html`<span class="small"
					>${formatQuantity(interval.low, value)} to ${formatQuantity(interval.high, value)}</span
				>`
			: null
	}
	${
		lift && record.segment !== null && record.unit !== 'relative'
			? html`<span class="small ${lift.value >= 0 ? 'up' : 'down'}"
					>${strongIf(record.isSignificant === true, formatQuantity(lift.value, quantityOf(metric, 'lift', currency)))}</span
				>`
			: null
	}`;
}

function strongIf(isStrong: boolean, text: string): Html {
	return isStrong ? html`<strong>${text}</strong>` : html`${text}`;
}
