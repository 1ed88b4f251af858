import type { VirtualItem } from '@tanstack/react-virtual';
import { Icon } from '../Icon.tsx';
import { typeIcons, typeLabels } from '../typeLabels.ts';
import type { GridColumn } from './GridPages.ts';

interface GridHeaderProps {
	readonly columns: readonly GridColumn[];
	/** The columns that are on the screen. */
	readonly visible: readonly VirtualItem[];
	readonly rowNumberWidth: number;
}

/** Names and types of the columns. */
export function GridHeader({ columns, visible, rowNumberWidth }: GridHeaderProps) {
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
					</div>
				);
			})}
		</div>
	);
}
