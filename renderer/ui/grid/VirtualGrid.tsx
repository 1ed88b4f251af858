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
import { toggledOrder, type GridOrder, type GridSorting } from './GridSorting.ts';
import { nextCell, type CellPosition } from './nextCell.ts';
import './VirtualGrid.css';

/** Pixels by which the keyboard changes the width of a column. */
const RESIZE_STEP = 16;

interface VirtualGridProps {
	readonly label: string;
	readonly pages: GridPages;
	readonly columns: readonly GridColumn[];
	/** Null where the rows have one order only. */
	readonly sorting: GridSorting | null;
}

/**
 * Millions of rows, of which only those on the screen exist. An ARIA grid: arrow keys, Page Up and Down, Home and End move
 * the active cell, Ctrl with Home or End goes to the first or last row, Ctrl+C copies the cell, Alt with
 * the left or right arrow makes its column narrower or wider, Alt with the up or down arrow sorts by it, ascending or descending.
 */
export function VirtualGrid({ label, pages, columns, sorting }: VirtualGridProps) {
	const element = useRef<HTMLDivElement>(null);
	const [scroller] = useState(() => new GridScroller(pages.total));
	/** By name, since sorting puts a column with the numbers of the rows before the others. */
	const [activeCell, setActiveCell] = useState({ row: 0, name: columns[0]?.name ?? '' });
	const active: CellPosition = {
		row: activeCell.row,
		column: Math.max(
			0,
			columns.findIndex(({ name }) => name === activeCell.name),
		),
	};
	const setActive = ({ row, column }: CellPosition) => setActiveCell({ row, name: columns[column]?.name ?? '' });
	const { height, viewportHeight, firstRow, lastRow, shift, rowsPerPage } = useStore(scroller.window);
	const failure = useStore(pages.failure);
	useStore(pages.version);
	const fitting = useMemo(() => columnWidths(columns, pages), [columns, pages]);
	/** Widths that the user has set, by name of the column. */
	const [chosen, setChosen] = useState<Readonly<Record<string, number>>>({});
	const widthOf = (column: number) => chosen[columns[column]?.name ?? ''] ?? fitting[column] ?? 0;
	const rowNumberWidth = 24 + format.count(pages.total).length * 8;
	// Its functions change with every render; nothing here is memoised on them.
	// oxlint-disable-next-line react/incompatible-library
	const across = useVirtualizer({
		horizontal: true,
		count: columns.length,
		getScrollElement: () => element.current,
		estimateSize: widthOf,
		overscan: 3,
		paddingStart: rowNumberWidth,
		scrollPaddingStart: rowNumberWidth,
	});
	const visible = across.getVirtualItems();
	const resize = (column: number, width: number | null) => {
		const name = columns[column]?.name ?? '';
		setChosen((widths) => ({ ...widths, [name]: clampedWidth(width ?? fitting[column] ?? 0) }));
	};
	const sort = (order: GridOrder | null) => {
		sorting?.onSort(order);
		setActiveCell(({ name }) => ({ row: 0, name }));
		scroller.reveal(0);
	};
	useEffect(() => across.measure(), [across, chosen, fitting]);
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
			resize(active.column, widthOf(active.column) + (event.key === 'ArrowLeft' ? -RESIZE_STEP : RESIZE_STEP));
			return;
		}
		if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
			event.preventDefault();
			const name = columns[active.column]?.name ?? '';
			if (sorting?.columns.has(name)) {
				sort(toggledOrder(sorting.order, name, event.key === 'ArrowDown'));
			}
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
						<GridHeader
							columns={columns}
							visible={visible}
							rowNumberWidth={rowNumberWidth}
							onResize={resize}
							sorting={sorting && { ...sorting, onSort: sort }}
						/>
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
