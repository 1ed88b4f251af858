import { useMemo, type KeyboardEvent } from 'react';
import { formatNumber } from '#shared/metrics/formatNumber.ts';
import type { Segmentation } from '#shared/model/segmentation.ts';
import type { SegmentOverlap } from '#shared/model/segmentOverlap.ts';
import { useSegmentColor } from '../../theme/useTheme.ts';
import { format } from '../../ui/format.ts';
import { Icon } from '../../ui/Icon.tsx';
import { useGridFocus } from '../../ui/useGridFocus.ts';
import { amountText, valueOf, wholeAmount } from './amountText.ts';
import { cellSentence, shownInMatrix, type CellMark, type CellsOf } from './cellFacts.ts';
import { choose, type Chosen, type Measure } from './overlapState.ts';

/** More would be too many cells to read and to draw. */
const MOST_SHOWN = 40;
const icons: Readonly<Partial<Record<CellMark, string>>> = {
	possible: 'warning',
	disjoint: 'check',
	unprovable: 'question',
};

interface OverlapMatrixProps {
	readonly draft: Segmentation;
	readonly overlap: SegmentOverlap;
	readonly cells: CellsOf;
	readonly measure: Measure;
	readonly currency: string | null;
	readonly chosen: Chosen | null;
}

/**
 * Every two rules: below the diagonal who matches both, above it the share of the row's rule that they are. Rule numbers head the
 * columns; arrow keys move, Enter explains.
 */
export function OverlapMatrix({ draft, overlap, cells, measure, currency, chosen }: OverlapMatrixProps) {
	const color = useSegmentColor();
	const ids = useMemo(() => shownInMatrix(draft, overlap, MOST_SHOWN), [draft, overlap]);
	const numbers = new Map(draft.segments.map(({ id, name }, index) => [id, { number: index + 1, name }]));
	const totals = new Map(overlap.segments.map((segment) => [segment.id, segment.matches]));
	const { grid, onKeyDown, onFocus, propsOf } = useGridFocus(ids.length + 1, ids.length + 1);
	const nameOf = (id: string) => numbers.get(id)?.name ?? id;
	return (
		<div className="overlap-matrix-place">
			{/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
			<table
				ref={grid}
				role="grid"
				className="overlap-matrix"
				aria-label="Pairs of rules"
				onKeyDown={onKeyDown}
				onFocus={onFocus}
			>
				<thead>
					<tr>
						<th scope="col" className="overlap-matrix-corner" {...propsOf(0, 0)}>
							Rule
						</th>
						{ids.map((id, column) => (
							<th key={id} scope="col" title={nameOf(id)} aria-label={nameOf(id)} {...propsOf(0, column + 1)}>
								{numbers.get(id)?.number}
							</th>
						))}
					</tr>
				</thead>
				<tbody>
					{ids.map((rowId, row) => (
						<tr key={rowId}>
							<th
								scope="row"
								title={nameOf(rowId)}
								data-chosen={chosen?.kind === 'segment' && chosen.id === rowId}
								{...propsOf(row + 1, 0)}
								onClick={() => choose({ kind: 'segment', id: rowId })}
								onKeyDown={onEnter(() => choose({ kind: 'segment', id: rowId }))}
							>
								<span className="overlap-number">{numbers.get(rowId)?.number}</span>
								<span className="overlap-dot" style={{ background: color(rowId) }} />
								<span className="overlap-name">{nameOf(rowId)}</span>
							</th>
							{ids.map((columnId, column) => {
								const place = propsOf(row + 1, column + 1);
								const total = totals.get(rowId) ?? { people: 0, revenue: null };
								if (row === column) {
									return (
										<td
											key={columnId}
											role="gridcell"
											className="overlap-cell overlap-cell-own number"
											title={`${nameOf(rowId)}: ${wholeAmount(total, currency)} match the rule`}
											{...place}
											onClick={() => choose({ kind: 'segment', id: rowId })}
											onKeyDown={onEnter(() => choose({ kind: 'segment', id: rowId }))}
										>
											{amountText(total, measure, currency)}
										</td>
									);
								}
								const [first, second] = row < column ? [rowId, columnId] : [columnId, rowId];
								const cell = cells(first, second);
								const share = shareOf(valueOf(cell.amount, measure), valueOf(total, measure));
								const ofRow = formatNumber(share, 'share', { currency });
								const said = cellSentence([nameOf(first), nameOf(second)], cell, currency);
								const sentence =
									cell.mark === 'shared' && row < column ? `${said}, ${ofRow} of ${nameOf(rowId)}` : said;
								const icon = icons[cell.mark];
								const isChosen = chosen?.kind === 'pair' && chosen.first === first && chosen.second === second;
								const open = () => choose({ kind: 'pair', first, second });
								return (
									<td
										key={columnId}
										role="gridcell"
										className={`overlap-cell overlap-cell-${cell.mark} number`}
										style={cell.mark === 'shared' ? { background: shade(share) } : undefined}
										data-chosen={isChosen}
										title={sentence}
										aria-label={sentence}
										{...place}
										onClick={open}
										onKeyDown={onEnter(open)}
									>
										{cell.mark === 'shared' ? (
											row > column ? (
												amountText(cell.amount, measure, currency)
											) : (
												formatNumber(share, 'share', { currency })
											)
										) : icon ? (
											<Icon name={icon} />
										) : (
											'·'
										)}
									</td>
								);
							})}
						</tr>
					))}
				</tbody>
			</table>
			{ids.length < draft.segments.length && (
				<p className="overlap-note">
					{format.count(ids.length)} of {format.count(draft.segments.length)} rules are shown: those that share most
					customers with others.
				</p>
			)}
		</div>
	);
}

/** Colour is not the only sign: the figure stands on it. */
function shade(share: number): string {
	return `color-mix(in srgb, var(--vscode-editorWarning-foreground) ${12 + Math.round(share * 45)}%, transparent)`;
}

function shareOf(part: number, whole: number): number {
	return whole > 0 ? Math.max(0, Math.min(1, part / whole)) : 0;
}

function onEnter(open: () => void) {
	return (event: KeyboardEvent) => {
		if (event.key === 'Enter' || event.key === ' ') {
			event.preventDefault();
			open();
		}
	};
}
