import type { VirtualItem } from '@tanstack/react-virtual';
import { Icon } from '../Icon.tsx';
import { typeIcons, typeLabels } from '../typeLabels.ts';
import { ColumnSash } from './ColumnSash.tsx';
import type { GridColumn } from './GridPages.ts';
import { nextOrder, type GridSorting } from './GridSorting.ts';

interface GridHeaderProps {
	readonly columns: readonly GridColumn[];
	/** The columns that are on the screen. */
	readonly visible: readonly VirtualItem[];
	readonly rowNumberWidth: number;
	/** `width` in pixels; null asks for the width that fits. */
	readonly onResize: (column: number, width: number | null) => void;
	/** Null where the rows have one order only. */
	readonly sorting: GridSorting | null;
}

/** Names and types of the columns; a click on one sorts by it. */
export function GridHeader({ columns, visible, rowNumberWidth, onResize, sorting }: GridHeaderProps) {
	return (
		<div className="grid-row grid-header" role="row" aria-rowindex={1}>
			<div className="grid-number" role="columnheader" aria-colindex={1} style={{ width: rowNumberWidth }}>
				<span className="visually-hidden">Row</span>
			</div>
			{visible.map(({ index, start, size }) => {
				const { name, type } = columns[index]!;
				const isNumber = type === 'integer' || type === 'decimal';
				const canSort = sorting?.columns.has(name) ?? false;
				const direction =
					sorting?.order?.column === name ? (sorting.order.isDescending ? 'descending' : 'ascending') : null;
				return (
					<div
						key={name}
						className={`grid-cell ${isNumber ? 'grid-cell-number' : ''} ${canSort ? 'grid-cell-sortable' : ''}`}
						role="columnheader"
						aria-sort={direction ?? (canSort ? 'none' : undefined)}
						aria-colindex={index + 2}
						title={`${name}: ${typeLabels[type].toLowerCase()}${canSort ? '. Click to sort (Alt+Up, Alt+Down)' : ''}`}
						style={{ left: start, width: size }}
						onClick={canSort ? () => sorting?.onSort(nextOrder(sorting.order, name)) : undefined}
					>
						<Icon name={direction === null ? typeIcons[type] : direction === 'ascending' ? 'arrow-up' : 'arrow-down'} />
						{name}
						<ColumnSash width={size} onResize={(width) => onResize(index, width)} />
					</div>
				);
			})}
		</div>
	);
}
