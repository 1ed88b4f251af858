import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useStore } from '../../engine/useStore.ts';
import { ErrorState } from '../ErrorState.tsx';
import { format } from '../format.ts';
import { clampedWidth, columnWidths } from './columnWidths.ts';
import { formatCell } from './formatCell.ts';
import { GridHeader } from './GridHeader.tsx';
import { GridPages, type GridColumn } from './GridPages.ts';
import { cellId, GridRow } from './GridRow.tsx';
import { GridScroller, ROW_HEIGHT } from './GridScroller.ts';
import { nextCell, type CellPosition } from './nextCell.ts';
import './VirtualGrid.css';

/** Pixels by which the keyboard changes the width of a column. */
const RESIZE_STEP = 16;

interface VirtualGridProps {
	readonly label: string;
	readonly pages: GridPages;
	readonly columns: readonly GridColumn[];
}

/**
 * Millions of rows, of which only those on the screen exist. An ARIA grid: arrow keys, Page Up and Down, Home and End move
 * the active cell, Ctrl with Home or End goes to the first or last row, Ctrl+C copies the cell, Alt with
 * the left or right arrow makes its column narrower or wider.
 */
export function VirtualGrid({ label, pages, columns }: VirtualGridProps) {
	const element = useRef<HTMLDivElement>(null);
	const [scroller] = useState(() => new GridScroller(pages.total));
	const [active, setActive] = useState<CellPosition>({ row: 0, column: 0 });
	const { height, viewportHeight, firstRow, lastRow, shift, rowsPerPage } = useStore(scroller.window);
	const failure = useStore(pages.failure);
	useStore(pages.version);
	const fitting = useMemo(() => columnWidths(columns, pages), [columns, pages]);
	/** Widths that the user has set, by column. */
	const [chosen, setChosen] = useState<Readonly<Record<number, number>>>({});
	const rowNumberWidth = 24 + format.count(pages.total).length * 8;
	// Its functions change with every render; nothing here is memoised on them.
	// oxlint-disable-next-line react/incompatible-library
	const across = useVirtualizer({
		horizontal: true,
		count: columns.length,
		getScrollElement: () => element.current,
		estimateSize: (column) => chosen[column] ?? fitting[column] ?? 0,
		overscan: 3,
		paddingStart: rowNumberWidth,
		scrollPaddingStart: rowNumberWidth,
	});
	const visible = across.getVirtualItems();
	const resize = (column: number, width: number | null) => {
		setChosen((widths) => ({ ...widths, [column]: clampedWidth(width ?? fitting[column] ?? 0) }));
	};
	useEffect(() => across.measure(), [across, chosen]);
	useEffect(() => scroller.attach(element.current), [scroller]);
	useEffect(() => pages.show(firstRow, Math.max(firstRow, lastRow)), [pages, firstRow, lastRow]);
	useEffect(() => () => pages.close(), [pages]);

	const onKeyDown = (event: KeyboardEvent) => {
		if ((event.ctrlKey || event.metaKey) && event.key === 'c') {
			const value = pages.cell(active.row, active.column);
			const type = columns[active.column]?.type ?? 'text';
			void navigator.clipboard.writeText(
				value === GridPages.notLoaded ? '' : formatCell(value, type, pages.scales[active.column]),
			);
			return;
		}
		if (event.altKey && (event.key === 'ArrowLeft' || event.key === 'ArrowRight')) {
			event.preventDefault();
			const width = chosen[active.column] ?? fitting[active.column] ?? 0;
			resize(active.column, width + (event.key === 'ArrowLeft' ? -RESIZE_STEP : RESIZE_STEP));
			return;
		}
		const next = nextCell(active, event, pages.total, columns.length, rowsPerPage);
		if (next) {
			event.preventDefault();
			setActive(next);
			scroller.reveal(next.row);
			across.scrollToIndex(next.column);
		}
	};

	return (
		<div className="grid-host">
			{failure && <ErrorState error={failure} onRetry={() => pages.retry()} />}
			<div
				ref={element}
				className="grid"
				role="grid"
				aria-label={label}
				aria-rowcount={pages.total + 1}
				aria-colcount={columns.length + 1}
				aria-activedescendant={cellId(active.row, active.column)}
				tabIndex={0}
				onKeyDown={onKeyDown}
			>
				<div className="grid-space" role="presentation" style={{ height, width: across.getTotalSize() }}>
					<div className="grid-window" role="presentation" style={{ height: viewportHeight }}>
						<GridHeader columns={columns} visible={visible} rowNumberWidth={rowNumberWidth} onResize={resize} />
						<div className="grid-body" role="presentation">
							{Array.from({ length: lastRow - firstRow + 1 }, (_, step) => (
								<GridRow
									key={firstRow + step}
									row={firstRow + step}
									pages={pages}
									columns={columns}
									visible={visible}
									activeColumn={active.row === firstRow + step ? active.column : null}
									rowNumberWidth={rowNumberWidth}
									top={step * ROW_HEIGHT - shift}
									onActivate={(column) => setActive({ row: firstRow + step, column })}
								/>
							))}
						</div>
					</div>
				</div>
			</div>
		</div>
	);
}
