import type { VirtualItem } from '@tanstack/react-virtual';
import { Icon } from '../Icon.tsx';
import { typeIcons, typeLabels } from '../typeLabels.ts';
import { ColumnSash } from './ColumnSash.tsx';
import type { GridColumn } from './GridPages.ts';

interface GridHeaderProps {
	readonly columns: readonly GridColumn[];
	/** The columns that are on the screen. */
	readonly visible: readonly VirtualItem[];
	readonly rowNumberWidth: number;
	/** `width` in pixels; null asks for the width that fits. */
	readonly onResize: (column: number, width: number | null) => void;
}

/** Names and types of the columns. */
export function GridHeader({ columns, visible, rowNumberWidth, onResize }: GridHeaderProps) {
	return (
		<div className="grid-row grid-header" role="row" aria-rowindex={1}>
			<div className="grid-number" role="columnheader" aria-colindex={1} style={{ width: rowNumberWidth }}>
				<span className="visually-hidden">Row</span>
			</div>
			{visible.map(({ index, start, size }) => {
				const { name, type } = columns[index]!;
				return (
					<div
						key={name}
						className="grid-cell"
						role="columnheader"
						aria-colindex={index + 2}
						title={`${name}: ${typeLabels[type].toLowerCase()}`}
						style={{ left: start, width: size }}
					>
						<Icon name={typeIcons[type]} />
						{name}
						<ColumnSash width={size} onResize={(width) => onResize(index, width)} />
					</div>
				);
			})}
		</div>
	);
}
