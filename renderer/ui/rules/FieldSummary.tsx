import { counted } from '#shared/base/counted.ts';
import type { Cell } from '#shared/model/columnType.ts';
import type { FieldDescription } from '../../engine/useFieldFacts.ts';
import { format } from '../format.ts';
import { Histogram } from '../Histogram.tsx';
import { valueText } from '../valueText.ts';
import './rules.css';

const WIDTH = 280;
const HEIGHT = 56;

/** What values a field holds: how many are missing, the range and shape of numbers and dates, the most frequent values of others. */
export function FieldSummary({ facts }: { readonly facts: FieldDescription }) {
	const { customers, nulls, distinct, min, median, max, histogram, top } = facts;
	const filled = customers - nulls;
	const missing = nulls === 0 ? 'none missing' : `${shareText(nulls, customers)} missing (${format.count(nulls)})`;
	return (
		<div className="field-summary">
			<p className="number">
				{distinct === null ? '' : `${counted(distinct, 'distinct value')}, `}
				{missing}
			</p>
			{histogram && (
				<figure className="field-summary-figure">
					<Histogram counts={histogram.counts} width={WIDTH} height={HEIGHT} />
					<figcaption className="number">
						<span>{shortText(min)}</span>
						<span>median {shortText(median)}</span>
						<span>{shortText(max)}</span>
					</figcaption>
				</figure>
			)}
			{!histogram && top.length > 0 && (
				<ol className="field-summary-values" aria-label="Most frequent values">
					{top.map(({ value, count }) => (
						<li key={String(value)}>
							<span className="field-summary-value">{valueText(value) === '' ? '(empty)' : valueText(value)}</span>
							<span className="field-summary-bar" aria-hidden="true">
								<span style={{ width: `${(count / (top[0]?.count ?? 1)) * 100}%` }} />
							</span>
							<span className="number">{format.count(count)}</span>
							<span className="field-summary-share number">{shareText(count, filled)}</span>
						</li>
					))}
				</ol>
			)}
		</div>
	);
}

/** Below a sketch nobody reads more than a few places of what was computed. */
function shortText(value: Cell): string {
	return typeof value === 'number' && !Number.isInteger(value)
		? valueText(Number(value.toPrecision(5)))
		: valueText(value);
}

function shareText(part: number, whole: number): string {
	return whole === 0 ? '' : format.share(part / whole);
}
