import { tableToIPC } from 'apache-arrow';
import { useCallback, useMemo } from 'react';
import { useLatest } from '../../engine/useLatest.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { GridPages, type GridColumn } from '../../ui/grid/GridPages.ts';
import { VirtualGrid } from '../../ui/grid/VirtualGrid.tsx';
import type { SqlResultRows } from './sqlState.ts';

/** The rows of a result in the grid of the table viewer. Its pages are cut from what is here already. */
export function SqlResult({ result }: { readonly result: SqlResultRows }) {
	const { table, count } = result;
	const open = useCallback(
		(signal: AbortSignal) =>
			GridPages.open(
				(from, rows) => Promise.resolve({ rows: tableToIPC(table.slice(from, from + rows), 'stream'), total: count }),
				signal,
			),
		[table, count],
	);
	const pages = useLatest(open).value;
	const columns = useMemo((): GridColumn[] => result.columns.map(({ name, type }) => ({ name, type })), [result]);
	if (count === 0) {
		return (
			<EmptyState icon="table" title="No rows">
				The query ran and found nothing.
			</EmptyState>
		);
	}
	return pages && pages.names.length === columns.length ? (
		<VirtualGrid key={result.at} label="Result" pages={pages} columns={columns} sorting={null} />
	) : null;
}
