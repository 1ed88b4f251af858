import { counted } from '#shared/base/counted.ts';
import type { ImportPlan } from '#shared/model/importPlan.ts';
import type { FixPreview, QuarantineEntry, QuarantineFix, QuarantineGroup } from '#shared/model/quarantineFix.ts';
import type { RowFilter } from '#shared/model/rowFilter.ts';
import type { TableSummary } from '#shared/model/table.ts';
import type { ReimportMode, TableDiff } from '#shared/model/tableDiff.ts';
import type { IdentityReport, TableQuality } from '#shared/model/tableQuality.ts';
import { silentJob, type Job } from '../job.ts';
import type { ProjectStore } from '../store/ProjectStore.ts';
import type { StoredTable } from '../store/StoredTable.ts';
import { excludeRows } from './excludeRows.ts';
import { identityReport } from './identityReport.ts';
import { planNewerExport, type NewerPlan } from './planNewerExport.ts';
import { Quarantine } from './Quarantine.ts';
import { Reimport } from './Reimport.ts';
import { rowsPage } from './rowsPage.ts';
import type { Snapshot } from './Snapshot.ts';
import { tableIn } from './tableIn.ts';
import type { TableQualities } from './TableQualities.ts';
import { writeQuarantine } from './writeQuarantine.ts';

/** What the desk needs of the session that it belongs to. */
export interface DeskHost {
	readonly store: ProjectStore;
	readonly qualities: TableQualities;
	snapshot(): Snapshot;
	/** Throws `conflict` for projects that cannot be written. */
	requireWritable(): void;
	/** Derives everything anew after a change, or takes the change back. Returns the table that it led to. */
	commit(table: StoredTable, job: Job): Promise<TableSummary>;
	/** Tells the screens of findings that are new. */
	publish(): void;
}

/** What can be asked of single tables, and done to them after they were imported: quality, quarantine, newer exports. */
export class TableDesk {
	private readonly host: DeskHost;
	private readonly quarantine: Quarantine;
	private readonly reimport: Reimport;

	constructor(host: DeskHost) {
		this.host = host;
		this.quarantine = new Quarantine(host.store);
		this.reimport = new Reimport(host.store);
	}

	/** Computed at the first call; its findings are among the problems of the project from then on. */
	async quality(tableId: number, job: Job = silentJob()): Promise<TableQuality> {
		const table = this.table(tableId);
		const isNew = this.host.qualities.find(table) === null;
		const quality = await this.host.qualities.get(table, job);
		if (isNew) {
			this.host.publish();
		}
		return quality;
	}

	/** Rows of a table that a filter asks for, as Arrow bytes with the number of each row in the table first. */
	async filteredPage(tableId: number, filter: RowFilter, from: number, count: number, job: Job = silentJob()) {
		const table = this.table(tableId);
		const rows = await this.host.qualities.rows(table, filter, job);
		return {
			rows: rowsPage(table, this.host.store.tables.chunks(tableId), rows.subarray(from, from + count)),
			total: rows.length,
		};
	}

	/** Moves rows into the quarantine under a name; undoable. */
	async exclude(tableId: number, filter: RowFilter, name: string, job: Job = silentJob()): Promise<TableSummary> {
		this.host.requireWritable();
		const { store, qualities } = this.host;
		const table = this.table(tableId);
		const rows = await qualities.rows(table, filter, job);
		const next = await excludeRows(store, this.quarantine, table, rows, name, job);
		store.note('table.rows-excluded', `${counted(rows.length, 'row')} of ${table.name}: ${name}`);
		return this.host.commit(next, job);
	}

	quarantineGroups(tableId: number, job: Job = silentJob()): Promise<readonly QuarantineGroup[]> {
		return this.quarantine.groups(this.table(tableId), job);
	}

	quarantineRows(
		tableId: number,
		asked: { group: number | null; search: string; from: number; count: number },
		job: Job = silentJob(),
	): Promise<{ rows: QuarantineEntry[]; total: number }> {
		return this.quarantine.rows(this.table(tableId), asked, job);
	}

	previewFix(tableId: number, fix: QuarantineFix, job: Job = silentJob()): Promise<FixPreview> {
		return this.quarantine.preview(this.table(tableId), fix, job);
	}

	/** Loads the rows that a fix makes readable; undoable. */
	async loadFixed(tableId: number, fix: QuarantineFix, job: Job = silentJob()): Promise<TableSummary> {
		this.host.requireWritable();
		const table = this.table(tableId);
		const next = await this.quarantine.load(table, fix, job);
		this.host.store.note(
			'quarantine.loaded',
			`${counted(next.rowsLoaded - table.rowsLoaded, 'row')} of ${table.name}, ${counted(next.rowsQuarantined, 'row')} left`,
		);
		return this.host.commit(next, job);
	}

	/** Writes the quarantine as CSV with line, reason and text. Returns the rows written. Refuses to replace a file. */
	exportQuarantine(tableId: number, path: string, job: Job = silentJob()): Promise<number> {
		const table = this.table(tableId);
		return writeQuarantine(path, this.quarantine.all(table), table.rowsQuarantined, job);
	}

	/** How a newer export of a table is to be read; see planNewerExport. */
	async planNewer(tableId: number, paths: readonly string[]): Promise<NewerPlan> {
		return planNewerExport(this.table(tableId), paths);
	}

	/** Reads a newer export of a table and says what differs; see Reimport. */
	compare(
		tableId: number,
		plan: ImportPlan,
		keys: readonly string[] | null,
		job: Job = silentJob(),
	): Promise<TableDiff> {
		this.host.requireWritable();
		return this.reimport.compare(this.table(tableId), plan, keys, job);
	}

	/** Puts the newer export that was compared last into use; undoable. */
	async applyCompared(
		tableId: number,
		token: string,
		mode: ReimportMode,
		job: Job = silentJob(),
	): Promise<TableSummary> {
		this.host.requireWritable();
		const table = this.table(tableId);
		const next = await this.reimport.apply(table, token, mode, job);
		this.host.store.note('table.reimported', `${table.name} from ${next.file} (${mode})`);
		return this.host.commit(next, job);
	}

	forgetCompared(): void {
		this.reimport.forget();
	}

	/** Drops what only this window was working on. Harmless when the project is closed already. */
	close(): void {
		if (this.host.store.isOpen) {
			this.reimport.forget();
		}
	}

	/** How the customers of the base are seen across the tables of events. */
	identity(): IdentityReport {
		const { data, tables } = this.host.snapshot();
		const seen = [data.orders, data.recipients].flatMap((events) => {
			const table = tables.find(({ mapping }) => mapping.role === events?.role);
			return events && table ? [{ tableId: table.id, name: table.name, events }] : [];
		});
		return identityReport(data.customers, seen);
	}

	private table(tableId: number): StoredTable {
		return tableIn(this.host.snapshot().tables, tableId);
	}
}
