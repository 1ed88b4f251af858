import { counted } from '#shared/base/counted.ts';
import { roleFacts } from '#shared/model/tableRole.ts';
import { useProject } from '../../engine/useProject.ts';
import { useStore } from '../../engine/useStore.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { format } from '../../ui/format.ts';
import { TabList } from '../../ui/TabList.tsx';
import type { ViewProps } from '../../workbench/contribution.ts';
import { useServices } from '../../workbench/useServices.ts';
import { ColumnFacts } from './ColumnFacts.tsx';
import { ExportForm } from './ExportForm.tsx';
import { openTabs, showTab, tableTabs, type TableTab } from './openTabs.ts';
import { Quarantine } from './Quarantine.tsx';
import { Remap } from './Remap.tsx';
import { TableOrigin } from './TableOrigin.tsx';
import { TableRows } from './TableRows.tsx';
import './TableViewer.css';

const tabLabels: Readonly<Record<TableTab, string>> = {
	rows: 'Rows',
	columns: 'Columns',
	mapping: 'Meaning',
	quarantine: 'Quarantine',
	export: 'Export',
};

/** One table: its rows, its columns, what they mean, and the rows that could not be read. */
export function TableViewer({ params }: ViewProps) {
	const table = useProject()?.tables.find((entry) => entry.id === params['tableId']);
	const { run } = useServices();
	const tabs = useStore(openTabs);
	if (!table) {
		return (
			<EmptyState icon="table" title="This table is not in the project">
				It was removed, or it belongs to another project. Undo brings a removed table back.
			</EmptyState>
		);
	}
	const active: TableTab = tabs[table.id] ?? 'rows';
	const badges: Readonly<Record<TableTab, string | null>> = {
		rows: format.count(table.rowsLoaded),
		columns: format.count(table.columns.length),
		mapping: null,
		quarantine: format.count(table.rowsQuarantined),
		export: null,
	};
	const bodyId = `table-body-${table.id}`;
	return (
		<div className="table-viewer">
			<header className="table-viewer-header">
				<TabList
					label={`Parts of ${table.name}`}
					tabs={tableTabs
						.filter((id) => id !== 'export' || active === id)
						.map((id) => ({ id, label: tabLabels[id], badge: badges[id] }))}
					activeId={active}
					controls={bodyId}
					onSelect={(id) => showTab(table.id, id)}
				/>
				<div className="table-viewer-actions">
					<Button icon="export" onClick={() => void run('tables.export', table.id)}>
						Export
					</Button>
					<Button icon="checklist" onClick={() => void run('quality.open', table.id)}>
						Data quality
					</Button>
				</div>
				<span className="table-viewer-note number" title={table.file}>
					{roleFacts(table.role).label}: {counted(table.rowsRead, 'row')} read = {format.count(table.rowsLoaded)} loaded
					+ {format.count(table.rowsQuarantined)} quarantined
				</span>
			</header>
			<div id={bodyId} className="table-viewer-body" role="tabpanel" aria-label={tabLabels[active]} tabIndex={0}>
				{active === 'rows' && <TableRows table={table} />}
				{active === 'columns' && (
					<>
						<TableOrigin table={table} />
						<ColumnFacts columns={table.columns} rows={table.rowsLoaded} />
					</>
				)}
				{active === 'mapping' && <Remap key={JSON.stringify(table.mapping)} table={table} />}
				{active === 'quarantine' && <Quarantine table={table} />}
				{active === 'export' && <ExportForm key={table.importedAt} table={table} />}
			</div>
		</div>
	);
}
