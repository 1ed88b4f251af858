import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, type KeyboardEvent } from 'react';
import type { ColumnQuality } from '#shared/model/tableQuality.ts';
import { ColumnRow } from './ColumnRow.tsx';

const ROW_HEIGHT = 40;

interface ColumnListProps {
	readonly label: string;
	readonly columns: readonly ColumnQuality[];
	readonly rows: number;
	/** Number of findings by column. */
	readonly findings: ReadonlyMap<string, number>;
	readonly selected: string | null;
	readonly onSelect: (name: string | null) => void;
}

/** Columns of a table, of which only those on the screen exist. Arrow keys, Page Up and Down, Home and End choose. */
export function ColumnList({ label, columns, rows, findings, selected, onSelect }: ColumnListProps) {
	const element = useRef<HTMLDivElement>(null);
	// Its functions change with every render; nothing here is memoised on them.
	// oxlint-disable-next-line react/incompatible-library
	const virtualizer = useVirtualizer({
		count: columns.length,
		getScrollElement: () => element.current,
		estimateSize: () => ROW_HEIGHT,
		overscan: 6,
	});
	const active = columns.findIndex(({ name }) => name === selected);
	useEffect(() => {
		if (active >= 0) {
			virtualizer.scrollToIndex(active);
		}
		// Only another choice scrolls; scrolling by hand stays where it is.
		// oxlint-disable-next-line react/exhaustive-deps
	}, [active]);

	const onKeyDown = (event: KeyboardEvent) => {
		const next = nextIndex(event.key, active, columns.length, element.current?.clientHeight ?? 0);
		if (next !== null) {
			event.preventDefault();
			onSelect(columns[next]?.name ?? null);
		} else if (event.key === 'Escape' && selected !== null) {
			onSelect(null);
		}
	};

	return (
		<div className="quality-list">
			<div className="quality-row quality-head" aria-hidden="true">
				<span>Column</span>
				<span>Filled</span>
				<span className="quality-number">Distinct</span>
				<span className="quality-number quality-range">Smallest</span>
				<span className="quality-number quality-range">Median</span>
				<span className="quality-number quality-range">Largest</span>
				<span>Distribution</span>
				<span className="quality-top">Most frequent</span>
				<span />
			</div>
			<div
				ref={element}
				className="quality-scroll"
				role="listbox"
				aria-label={label}
				aria-activedescendant={active < 0 ? undefined : `quality-column-${active}`}
				tabIndex={0}
				onKeyDown={onKeyDown}
			>
				<div style={{ height: virtualizer.getTotalSize(), position: 'relative' }} role="presentation">
					{virtualizer.getVirtualItems().map(({ index, start }) => {
						const column = columns[index]!;
						return (
							<ColumnRow
								key={column.name}
								id={`quality-column-${index}`}
								position={index + 1}
								count={columns.length}
								column={column}
								rows={rows}
								findings={findings.get(column.name) ?? 0}
								isSelected={index === active}
								top={start}
								onSelect={() => onSelect(column.name)}
							/>
						);
					})}
				</div>
				{columns.length === 0 && <p className="quality-none">No column is like that.</p>}
			</div>
		</div>
	);
}

function nextIndex(key: string, active: number, count: number, height: number): number | null {
	const page = Math.max(1, Math.floor(height / ROW_HEIGHT) - 1);
	switch (key) {
		case 'ArrowDown':
			return Math.min(count - 1, active + 1);
		case 'ArrowUp':
			return Math.max(0, active - 1);
		case 'PageDown':
			return Math.min(count - 1, active + page);
		case 'PageUp':
			return Math.max(0, active - page);
		case 'Home':
			return 0;
		case 'End':
			return count - 1;
		default:
			return null;
	}
}
