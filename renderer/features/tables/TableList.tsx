import { counted } from '#shared/base/counted.ts';
import type { TableSummary } from '#shared/model/table.ts';
import { roleFacts } from '#shared/model/tableRole.ts';
import { useProject } from '../../engine/useProject.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { format } from '../../ui/format.ts';
import { Icon } from '../../ui/Icon.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { fileName } from '../../workbench/overlays/filePath.ts';
import { useContextKeys, useServices } from '../../workbench/useServices.ts';
import { useNewerExport } from './useNewerExport.ts';
import './TableList.css';

const roleIcons = {
	customers: 'organization',
	orders: 'credit-card',
	recipients: 'mail',
	funnel: 'filter',
	costs: 'tag',
	survey: 'comment-discussion',
	activity: 'pulse',
	log: 'notebook',
	other: 'table',
} as const;

/** The project's tables, and the customers that follow from them. */
export function TableList() {
	const { run } = useServices();
	const project = useProject();
	if (!project) {
		return (
			<EmptyState
				icon="database"
				title="No project is open"
				action={
					<Button kind="primary" onClick={() => void run('project.openSample')}>
						Open the sample project
					</Button>
				}
			>
				A project keeps tables, segments and results in one file.
			</EmptyState>
		);
	}
	if (project.tables.length === 0) {
		return (
			<EmptyState
				icon="database"
				title="No tables yet"
				action={
					<Button kind="primary" icon="add" onClick={() => void run('import.chooseFiles')}>
						Import files
					</Button>
				}
			>
				Begin with the customers or the orders. Everything else builds on them.
			</EmptyState>
		);
	}
	return (
		<ul className="table-list" aria-label="Tables of the project">
			{project.tables.map((table) => (
				<TableEntry key={table.id} table={table} />
			))}
			{project.customers > 0 && (
				<li className="table-entry table-entry-customers">
					<button type="button" className="table-entry-main" onClick={() => void run('tables.showCustomers')}>
						<Icon name="person" />
						<span className="table-entry-name">All customers</span>
						<span className="table-entry-rows number">{format.count(project.customers)}</span>
					</button>
				</li>
			)}
		</ul>
	);
}

function TableEntry({ table }: { readonly table: TableSummary }) {
	const { run } = useServices();
	const { isReadOnly } = useContextKeys();
	const facts = roleFacts(table.role);
	const drop = useNewerExport(table);
	return (
		<li className={`table-entry ${drop.isOver ? 'table-entry-over' : ''}`} {...drop.handlers}>
			<button
				type="button"
				className="table-entry-main"
				title={`${table.file}, imported ${format.moment(table.importedAt)}`}
				onClick={() => void run('tables.open', table.id)}
			>
				<Icon name={roleIcons[table.role]} />
				<span className="table-entry-name">{table.name}</span>
				<span className="table-entry-rows number">{format.count(table.rowsLoaded)}</span>
				<span className="table-entry-note">
					{facts.label} from {fileName(table.file)}
				</span>
			</button>
			<span className="table-entry-actions">
				<IconButton
					icon="checklist"
					label={`Data quality of ${table.name}`}
					onClick={() => void run('quality.open', table.id)}
				/>
				<IconButton
					icon="diff"
					label={`Import a newer export of ${table.name}`}
					disabled={isReadOnly}
					onClick={() => void run('reimport.choose', table.id)}
				/>
				<IconButton
					icon="settings"
					label={`Change what the columns of ${table.name} mean`}
					onClick={() => void run('tables.openMapping', table.id)}
				/>
				<IconButton
					icon="trash"
					label={`Remove ${table.name}`}
					disabled={isReadOnly}
					onClick={() => void run('tables.remove', table.id)}
				/>
			</span>
			{table.rowsQuarantined > 0 && (
				<button
					type="button"
					className="table-entry-quarantine"
					onClick={() => void run('tables.openQuarantine', table.id)}
				>
					<Icon name="warning" className="tone-warning" />
					{counted(table.rowsQuarantined, 'quarantined row')}
				</button>
			)}
		</li>
	);
}
