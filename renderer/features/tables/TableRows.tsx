import { useCallback, useMemo, useState } from 'react';
import type { TableSummary } from '#shared/model/table.ts';
import { useEngine } from '../../engine/useEngine.ts';
import { GridPane } from '../../ui/grid/GridPane.tsx';
import type { GridOrder } from '../../ui/grid/GridSorting.ts';

/** The rows of a table in file order, or in that of the column whose header was clicked. */
export function TableRows({ table }: { readonly table: TableSummary }) {
	const engine = useEngine();
	const { id, importedAt } = table;
	const [order, setOrder] = useState<GridOrder | null>(null);
	const columns = useMemo(() => new Set(table.columns.map(({ name }) => name)), [table.columns]);
	const known = order && columns.has(order.column) ? order : null;
	const fetchPage = useCallback(
		(from: number, count: number, signal: AbortSignal) =>
			engine.call('tables.page', { tableId: id, order: known, from, count }, { signal }),
		// A replaced table keeps its id; its rows are other ones.
		// oxlint-disable-next-line react/exhaustive-deps
		[engine, id, importedAt, known],
	);
	return (
		<GridPane
			label={`Rows of ${table.name}`}
			fetchPage={fetchPage}
			types={table.columns}
			sorting={{ order: known, columns, onSort: setOrder }}
		/>
	);
}
