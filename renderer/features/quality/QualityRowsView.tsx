import { useCallback, useMemo } from 'react';
import { rowFilter, type RowFilter } from '#shared/model/rowFilter.ts';
import { tableOfParams } from '../../engine/tableOfParams.ts';
import { useEngine } from '../../engine/useEngine.ts';
import { useProject } from '../../engine/useProject.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { GridPane } from '../../ui/grid/GridPane.tsx';
import type { ViewProps } from '../../workbench/contribution.ts';
import { useContextKeys, useServices } from '../../workbench/useServices.ts';
import { excludeRows } from './excludeRows.ts';
import './quality.css';

/** The rows that a finding is about, with their numbers in the table. */
export function QualityRowsView({ params }: ViewProps) {
	const engine = useEngine();
	const services = useServices();
	const { isReadOnly } = useContextKeys();
	const table = tableOfParams(useProject(), params);
	const tableId = table?.id ?? 0;
	const text = typeof params['filter'] === 'string' ? params['filter'] : '';
	const title = typeof params['title'] === 'string' ? params['title'] : 'Rows';
	const filter = useMemo(() => filterOf(text), [text]);
	const fetchPage = useCallback(
		(from: number, count: number, signal: AbortSignal) =>
			filter === null
				? Promise.reject(new Error('This tab was saved by another version. Open it again from the data quality.'))
				: engine.call('quality.rows', { tableId, filter, from, count }, { signal }),
		[engine, tableId, filter],
	);
	if (!table) {
		return (
			<EmptyState icon="table" title="This table is not in the project">
				It was removed, or it belongs to another project. Undo brings a removed table back.
			</EmptyState>
		);
	}
	return (
		<div className="quality">
			<header className="quality-header">
				<p className="quality-summary">
					{table.name}: {title}
				</p>
				<div className="quality-tools">
					<Button icon="checklist" onClick={() => void services.run('quality.open', table.id)}>
						Data quality
					</Button>
					{filter && (
						<Button
							icon="exclude"
							disabled={isReadOnly}
							onClick={() => void excludeRows(services, table, filter, title)}
						>
							Exclude these rows…
						</Button>
					)}
				</div>
			</header>
			<GridPane label={`${table.name}: ${title}`} fetchPage={fetchPage} types={table.columns} />
		</div>
	);
}

function filterOf(text: string): RowFilter | null {
	try {
		const parsed = rowFilter.safeParse(JSON.parse(text));
		return parsed.success ? parsed.data : null;
	} catch {
		return null;
	}
}
