import type { VirtualItem } from '@tanstack/react-virtual';
import { format } from '../format.ts';
import { formatCell } from './formatCell.ts';
import { GridPages, type GridColumn } from './GridPages.ts';

interface GridRowProps {
	readonly row: number;
	readonly pages: GridPages;
	readonly columns: readonly GridColumn[];
	/** The columns that are on the screen. */
	readonly visible: readonly VirtualItem[];
	/** Column of the active cell where that is in this row. */
	readonly activeColumn: number | null;
	readonly rowNumberWidth: number;
	/** Distance from the top of the body, in pixels. */
	readonly top: number;
	readonly onActivate: (column: number) => void;
}

/** One row of a grid with its number. */
export function GridRow(props: GridRowProps) {
	const { row, pages, columns, visible, activeColumn, rowNumberWidth, top, onActivate } = props;
	return (
		<div className="grid-row" role="row" aria-rowindex={row + 2} style={{ transform: `translateY(${top}px)` }}>
			<div className="grid-number number" role="rowheader" aria-colindex={1} style={{ width: rowNumberWidth }}>
				{format.count(row + 1)}
			</div>
			{visible.map(({ index, start, size }) => {
				const { name, type } = columns[index]!;
				const value = pages.cell(row, index);
				const isNumber = type === 'integer' || type === 'decimal';
				const isActive = index === activeColumn;
				return (
					<div
						key={name}
						id={cellId(row, index)}
						className={`grid-cell ${isNumber ? 'grid-cell-number number' : ''} ${isActive ? 'grid-cell-active' : ''}`}
						role="gridcell"
						aria-colindex={index + 2}
						aria-selected={isActive}
						style={{ left: start, width: size }}
						onClick={() => onActivate(index)}
					>
						{value === GridPages.notLoaded ? (
							<span className="grid-waiting" />
						) : (
							formatCell(value, type, pages.scales[index])
						)}
					</div>
				);
			})}
		</div>
	);
}

export function cellId(row: number, column: number): string {
	return `cell-${row}-${column}`;
}
