import type { TableSummary } from '#shared/model/table.ts';
import type { ColumnQuality, TableQuality } from '#shared/model/tableQuality.ts';
import { format } from '../../ui/format.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { typeLabels } from '../../ui/typeLabels.ts';
import { FindingList } from './FindingList.tsx';
import { Histogram } from '../../ui/Histogram.tsx';
import { valueText } from '../../ui/valueText.ts';

interface ColumnDetailProps {
	readonly table: TableSummary;
	readonly quality: TableQuality;
	readonly column: ColumnQuality;
	readonly onClose: () => void;
}

/** Everything about one column: findings first, then figures, distribution and the most frequent values. */
export function ColumnDetail({ table, quality, column, onClose }: ColumnDetailProps) {
	const { name, type, part, nulls, distinct, isDistinctExact, min, median, max, top, histogram, isComplete } = column;
	const { rows } = quality;
	const findings = quality.findings.filter((found) => found.column === name);
	const facts: readonly (readonly [string, string])[] = [
		['Type', typeLabels[type]],
		...(part === null ? [] : [['Means', part] as const]),
		['No value', `${format.count(nulls)}${rows > 0 ? ` (${format.share(nulls / rows)})` : ''}`],
		['Distinct values', `${isDistinctExact ? '' : 'about '}${format.count(distinct)}`],
		...(min === null ? [] : [['Smallest', valueText(min)] as const]),
		...(median === null ? [] : [['Median', valueText(median)] as const]),
		...(max === null ? [] : [['Largest', valueText(max)] as const]),
	];
	return (
		<>
			<div className="quality-detail-head">
				<h2 className="quality-title">{name}</h2>
				<IconButton icon="close" label="Back to the findings of the table" onClick={onClose} />
			</div>
			<FindingList table={table} findings={findings} />
			<dl className="quality-facts">
				{facts.map(([label, text]) => (
					<div key={label}>
						<dt>{label}</dt>
						<dd className="number">{text}</dd>
					</div>
				))}
			</dl>
			{histogram && (
				<figure className="quality-figure">
					<Histogram counts={histogram.counts} width={260} height={72} />
					<figcaption className="number">
						{histogram.of === 'lengths' ? 'Length in bytes, ' : ''}
						{valueText(histogram.low)} to {valueText(histogram.high)}
					</figcaption>
				</figure>
			)}
			{top.length > 0 && (
				<table className="quality-frequent">
					<caption>Most frequent values{isComplete ? '' : ' of those that were counted'}</caption>
					<tbody>
						{top.map(({ value, rows: count }) => (
							<tr key={valueText(value)}>
								<th scope="row">{valueText(value)}</th>
								<td className="number">{format.count(count)}</td>
								<td className="number">{rows > 0 && format.share(count / rows)}</td>
							</tr>
						))}
					</tbody>
				</table>
			)}
			{!isComplete && (
				<p className="quality-none">
					There are very many rows: quantiles and frequent values come from a part of them.
				</p>
			)}
		</>
	);
}
