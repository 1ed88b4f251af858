import { useCallback, useMemo } from 'react';
import { useLatest } from '../../engine/useLatest.ts';
import { Busy } from '../Busy.tsx';
import { EmptyState } from '../EmptyState.tsx';
import { ErrorState } from '../ErrorState.tsx';
import { GridPages, type FetchPage, type GridColumn } from './GridPages.ts';
import type { GridSorting } from './GridSorting.ts';
import { VirtualGrid } from './VirtualGrid.tsx';

interface GridPaneProps {
	readonly label: string;
	/** Make it with useCallback: another function is another table. */
	readonly fetchPage: FetchPage;
	/** What is known about the columns; a column that is not listed is shown as text. */
	readonly types: readonly GridColumn[];
	/** Absent where the rows have one order only. */
	readonly sorting?: GridSorting;
}

/** A grid with its first wait, its failure and its emptiness. While other rows are fetched, the last ones stay. */
export function GridPane({ label, fetchPage, types, sorting }: GridPaneProps) {
	const opened = useLatest(useCallback((signal: AbortSignal) => GridPages.open(fetchPage, signal), [fetchPage]));
	const pages = opened.value;
	const columns = useMemo(
		() =>
			(pages?.names ?? []).map(
				(name): GridColumn => types.find((column) => column.name === name) ?? { name, type: 'text' },
			),
		[pages, types],
	);
	if (opened.error) {
		return <ErrorState error={opened.error} onRetry={opened.retry} />;
	}
	if (!pages) {
		return opened.isSlow ? <Busy label="Reading rows" onCancel={opened.cancel} /> : null;
	}
	if (pages.total === 0) {
		return (
			<EmptyState icon="table" title="No rows">
				There is nothing to show here.
			</EmptyState>
		);
	}
	return (
		<>
			{opened.isSlow && sorting?.order && (
				<Busy label={`Sorting by ${sorting.order.column}`} onCancel={() => sorting.onSort(null)} />
			)}
			<VirtualGrid key={pages.total} label={label} pages={pages} columns={columns} sorting={sorting ?? null} />
		</>
	);
}
