import { useCallback } from 'react';
import type { TableSummary } from '#shared/model/table.ts';
import { useEngine } from '../../engine/useEngine.ts';
import { GridPane } from '../../ui/grid/GridPane.tsx';

/** The rows of a table in file order. */
export function TableRows({ table }: { readonly table: TableSummary }) {
	const engine = useEngine();
	const { id, importedAt } = table;
	const fetchPage = useCallback(
		(from: number, count: number, signal: AbortSignal) =>
			engine.call('tables.page', { tableId: id, from, count }, { signal }),
		// A replaced table keeps its id; its rows are other ones.
		// oxlint-disable-next-line react/exhaustive-deps
		[engine, id, importedAt],
	);
	return <GridPane label={`Rows of ${table.name}`} fetchPage={fetchPage} types={table.columns} />;
}
