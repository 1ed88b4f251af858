import { baselineName, baselineNote } from '#shared/charts/baselineWords.ts';
import { formatLevel } from '#shared/charts/formatLevel.ts';
import { formatQuantity, quantityOf } from '#shared/charts/formatQuantity.ts';
import { correctionName } from '#shared/charts/liftSentence.ts';
import type { MetricFacts } from '#shared/metrics/MetricFacts.ts';
import type { NumberRecord } from '#shared/model/numberRecord.ts';
import { html, type Html } from './html.ts';
import type { ReportInput } from './ReportInput.ts';
import { reportTable } from './reportTable.ts';

/** Every metric of every segment: the value, its interval, and the lift against the baseline. */
export function scorecardSection({ analysis, project }: ReportInput, metrics: readonly MetricFacts[]): Html {
	const { settings } = project;
	const records = new Map(analysis.numbers.map((record) => [`${record.metric} ${record.segment ?? ''}`, record]));
	const columns = [{ id: '', name: 'Everyone' }, ...analysis.segments];
	const rows = metrics.map(
		(metric) =>
			html`<tr>
				<th scope="row">${metric.label}</th>
				${columns.map(({ id }) => html`<td>${figure(metric, records.get(`${metric.id} ${id}`), settings.currency)}</td>`)}
			</tr>`,
	);
	return html`<h2>Scorecard</h2>
		<p>
			Values with their ${formatLevel(settings.level)} intervals. The coloured line is the lift against
			${baselineName(analysis.baseline)}, in bold where it is beyond chance after the ${correctionName(settings)} over
			the segments of the metric. ${baselineNote(analysis.baseline)}
		</p>
		${reportTable([{ title: 'Metric' }, ...columns.map(({ name }) => ({ title: name }))], rows, 'scorecard')}`;
}

function figure(metric: MetricFacts, record: NumberRecord | undefined, currency: string | null): Html {
	if (!record || record.value === null) {
		return html`<span class="dim" title="${record?.reason ?? ''}">–</span>`;
	}
	const { interval, lift, value } = record;
	const quantity = quantityOf(metric, 'value', currency);
	return html`${formatQuantity(value, quantity)}${interval ? bounds(interval.low, interval.high, (bound) => formatQuantity(bound, quantity)) : null}${
		lift && record.segment !== null && !quantity.isComparison
			? html`<span class="small ${lift.value >= 0 ? 'up' : 'down'} ${record.isSignificant ? 'strong' : ''}"
					>${formatQuantity(lift.value, quantityOf(metric, 'lift', currency))}</span
				>`
			: null
	}`;
}

function bounds(low: number | null, high: number | null, format: (bound: number) => string): Html | null {
	return low === null && high === null
		? null
		: html`<span class="small"
				>${low === null ? 'no lower bound' : format(low)}<br />to
				${high === null ? 'no upper bound' : format(high)}</span
			>`;
}
