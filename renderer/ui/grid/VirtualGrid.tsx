import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useStore } from '../../engine/useStore.ts';
import { ErrorState } from '../ErrorState.tsx';
import { format } from '../format.ts';
import { columnWidths } from './columnWidths.ts';
import { formatCell } from './formatCell.ts';
import { GridHeader } from './GridHeader.tsx';
import { GridPages, type GridColumn } from './GridPages.ts';
import { cellId, GridRow } from './GridRow.tsx';
import { GridScroller, ROW_HEIGHT } from './GridScroller.ts';
import { nextCell, type CellPosition } from './nextCell.ts';
import './VirtualGrid.css';

interface VirtualGridProps {
	readonly label: string;
	readonly pages: GridPages;
	readonly columns: readonly GridColumn[];
}

/**
 * Millions of rows, of which only those on the screen exist. An ARIA grid: arrow keys, Page Up and Down, Home and End move
 * the active cell, Ctrl with Home or End goes to the first or last row, Ctrl+C copies the cell.
 */
export function VirtualGrid({ label, pages, columns }: VirtualGridProps) {
	const element = useRef<HTMLDivElement>(null);
	const [scroller] = useState(() => new GridScroller(pages.total));
	const [active, setActive] = useState<CellPosition>({ row: 0, column: 0 });
	const { height, viewportHeight, firstRow, lastRow, shift, rowsPerPage } = useStore(scroller.window);
	const failure = useStore(pages.failure);
	useStore(pages.version);
	const widths = useMemo(() => columnWidths(columns, pages), [columns, pages]);
	const rowNumberWidth = 24 + format.count(pages.total).length * 8;
	// Its functions change with every render; nothing here is memoised on them.
	// oxlint-disable-next-line react/incompatible-library
	const across = useVirtualizer({
		horizontal: true,
		count: columns.length,
		getScrollElement: () => element.current,
		estimateSize: (column) => widths[column] ?? 0,
		overscan: 3,
		paddingStart: rowNumberWidth,
		scrollPaddingStart: rowNumberWidth,
	});
	const visible = across.getVirtualItems();
	useEffect(() => scroller.attach(element.current), [scroller]);
	useEffect(() => pages.show(firstRow, Math.max(firstRow, lastRow)), [pages, firstRow, lastRow]);
	useEffect(() => () => pages.close(), [pages]);

	const onKeyDown = (event: KeyboardEvent) => {
		if ((event.ctrlKey || event.metaKey) && event.key === 'c') {
			const value = pages.cell(active.row, active.column);
			const type = columns[active.column]?.type ?? 'text';
			void navigator.clipboard.writeText(value === GridPages.notLoaded ? '' : formatCell(value, type));
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
						<GridHeader columns={columns} visible={visible} rowNumberWidth={rowNumberWidth} />
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
