import { counted } from '#shared/base/counted.ts';
import type { ColumnQuality } from '#shared/model/tableQuality.ts';
import { format } from '../../ui/format.ts';
import { Icon } from '../../ui/Icon.tsx';
import { typeIcons, typeLabels } from '../../ui/typeLabels.ts';
import { Histogram } from '../../ui/Histogram.tsx';
import { valueText } from '../../ui/valueText.ts';

interface ColumnRowProps {
	readonly id: string;
	readonly position: number;
	readonly count: number;
	readonly column: ColumnQuality;
	readonly rows: number;
	readonly findings: number;
	readonly isSelected: boolean;
	/** Distance from the top of the list, in pixels. */
	readonly top: number;
	readonly onSelect: () => void;
}

/** One column in one line. */
export function ColumnRow(props: ColumnRowProps) {
	const { id, position, count, column, rows, findings, isSelected, top, onSelect } = props;
	const { name, type, part, nulls, distinct, isDistinctExact, min, median, max, histogram, top: frequent } = column;
	const filled = rows === 0 ? 0 : 1 - nulls / rows;
	return (
		<div
			id={id}
			role="option"
			aria-selected={isSelected}
			aria-posinset={position}
			aria-setsize={count}
			className={`quality-row quality-option ${isSelected ? 'quality-selected' : ''}`}
			style={{ transform: `translateY(${top}px)` }}
			onClick={onSelect}
		>
			<span className="quality-name" title={part === null ? name : `${name} (${part})`}>
				<Icon name={typeIcons[type]} />
				<span className="quality-clip">
					{name}
					<span className="visually-hidden">, {typeLabels[type]}</span>
					{part !== null && <span className="quality-part"> {part}</span>}
				</span>
			</span>
			<span className="quality-filled">
				<span className="quality-bar" aria-hidden="true">
					<span className="quality-bar-fill" style={{ width: `${filled * 100}%` }} />
				</span>
				<span className="number">
					{format.share(filled)}
					<span className="visually-hidden"> filled</span>
				</span>
			</span>
			<span className="quality-number number">
				{isDistinctExact ? '' : 'about '}
				{format.count(distinct)}
				<span className="visually-hidden"> distinct values</span>
			</span>
			<span className="quality-number quality-range quality-clip number">{valueText(min)}</span>
			<span className="quality-number quality-range quality-clip number">{valueText(median)}</span>
			<span className="quality-number quality-range quality-clip number">{valueText(max)}</span>
			<Histogram counts={histogram?.counts ?? []} width={104} height={24} />
			<span className="quality-top quality-clip">
				{frequent
					.slice(0, 3)
					.map(({ value }) => valueText(value))
					.join(', ')}
			</span>
			<span className="quality-findings">
				{findings > 0 && (
					<>
						<Icon name="warning" className="tone-warning" />
						<span className="number" aria-hidden="true">
							{findings}
						</span>
						<span className="visually-hidden">{counted(findings, 'finding')}</span>
					</>
				)}
			</span>
		</div>
	);
}
