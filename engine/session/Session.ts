import { userInfo } from 'node:os';
import type { ImportPlan } from '#shared/model/importPlan.ts';
import type { ProjectState } from '#shared/model/projectState.ts';
import type { Segmentation } from '#shared/model/segmentation.ts';
import type { AnalysisSettings } from '#shared/model/settings.ts';
import type { TableSummary } from '#shared/model/table.ts';
import type { TableMapping } from '#shared/model/tableMapping.ts';
import { EngineError } from '#shared/protocol/envelope.ts';
import { silentJob, type Job } from '../job.ts';
import type { Change } from '../store/change.ts';
import type { HistoryEntry } from '../store/HistoryStore.ts';
import { ProjectStore } from '../store/ProjectStore.ts';
import { checkMapping } from './checkMapping.ts';
import { Derivations } from './Derivations.ts';
import { SAMPLE_KEY } from './describeProject.ts';
import { importTable } from './importTable.ts';
import { projectProblems } from './projectProblems.ts';
import { requireFreeRole } from './requireFreeRole.ts';
import { RowDesk } from './RowDesk.ts';
import { SegmentDesk } from './SegmentDesk.ts';
import type { Snapshot } from './Snapshot.ts';
import { SqlDesk } from './SqlDesk.ts';
import { TableDesk } from './TableDesk.ts';
import { tableIn } from './tableIn.ts';
import { TableQualities } from './TableQualities.ts';
import { takeSnapshot } from './takeSnapshot.ts';

/** Runs a step of a write when no other write is under way. */
type InTurn = <T>(step: () => Promise<T>) => Promise<T>;

/**
 * One open project: opens and writes it, undoes, and keeps what is derived from it up to date; its desks answer questions. Reads
 * work with the snapshot that was current when they began; a write changes the file, derives the next snapshot and only then puts
 * it in place. A write whose data cannot be derived is taken back. Writes must not overlap: the protocol's write queue sees to
 * that, and the command line awaits each.
 */
export class Session {
	private readonly store: ProjectStore;
	private readonly derivations: Derivations;
	private readonly qualities: TableQualities;
	private snapshot: Snapshot;
	/** What imported tables hold. */
	readonly rows: RowDesk;
	/** Quality, quarantine and newer exports of imported tables. */
	readonly tables: TableDesk;
	/** Figures, members and proofs of drafts of segments. */
	readonly segments: SegmentDesk;
	/** The SQL console. */
	readonly sql: SqlDesk;

	private constructor(store: ProjectStore, derivations: Derivations, qualities: TableQualities, snapshot: Snapshot) {
		this.store = store;
		this.derivations = derivations;
		this.qualities = qualities;
		this.snapshot = snapshot;
		const current = () => this.snapshot;
		this.rows = new RowDesk(store, current);
		this.segments = new SegmentDesk(store.segmentations, derivations, current);
		this.sql = new SqlDesk(store, derivations, current);
		this.tables = new TableDesk({
			store,
			qualities,
			snapshot: current,
			requireWritable: () => this.requireWritable(),
			commit: async (table, job) => {
				await this.refreshOrTakeBack(job);
				return this.summaryOf(table.id);
			},
			publish: () => this.publishProblems(),
		});
	}

	/** Throws `conflict` when something is at the path already. */
	static create(path: string, job: Job = silentJob()): Promise<Session> {
		return Session.start(ProjectStore.create(path), job);
	}

	/** Throws `data` for files that are missing, foreign, newer or damaged, `conflict` when another window has it open. */
	static open(path: string, job: Job = silentJob(), isReadOnly = false): Promise<Session> {
		return Session.start(ProjectStore.open(path, isReadOnly), job);
	}

	private static async start(store: ProjectStore, job: Job): Promise<Session> {
		const derivations = new Derivations(store);
		const qualities = new TableQualities(store);
		try {
			const snapshot = await takeSnapshot(store, derivations, qualities, 0, job);
			return new Session(store, derivations, qualities, snapshot);
		} catch (error) {
			await derivations.close();
			store.close();
			throw error;
		}
	}

	get state(): ProjectState {
		return this.snapshot.state;
	}

	/** The customer frame as of the date in force. */
	get frame(): Snapshot['frame'] {
		return this.snapshot.frame;
	}

	/** Imports a file. A cancelled or failed import leaves the project as it was. `replaces` is a table id, or null. */
	async importTable(plan: ImportPlan, replaces: number | null, job: Job = silentJob()): Promise<TableSummary> {
		this.requireWritable();
		checkMapping(plan.mapping, plan.columns, plan.tableName);
		const replaced = replaces === null ? null : tableIn(this.snapshot.tables, replaces);
		requireFreeRole(this.snapshot.tables, plan.mapping, plan.tableName, replaced);
		const table = await importTable(this.store, plan, replaced, job);
		await this.refreshOrTakeBack(job);
		return this.summaryOf(table.id);
	}

	async remapTable(tableId: number, mapping: TableMapping, job: Job = silentJob()): Promise<void> {
		const table = tableIn(this.snapshot.tables, tableId);
		const columns = table.columns.map(({ summary }) => summary);
		checkMapping(mapping, columns, table.name);
		requireFreeRole(this.snapshot.tables, mapping, table.name, table);
		await this.change(`Map ${table.name}`, { kind: 'mapping', tableId, before: table.mapping, after: mapping }, job);
	}

	async removeTable(tableId: number, job: Job = silentJob()): Promise<void> {
		const { name } = tableIn(this.snapshot.tables, tableId);
		await this.change(`Remove ${name}`, { kind: 'table', tableId, before: 'ready', after: 'hidden' }, job);
	}

	async writeSegmentation(after: Segmentation, label: string, job: Job = silentJob()): Promise<void> {
		await this.change(label, { kind: 'segmentation', before: this.state.segmentation, after }, job);
	}

	async writeSettings(after: AnalysisSettings, job: Job = silentJob()): Promise<void> {
		await this.change('Change settings', { kind: 'settings', before: this.state.settings, after }, job);
	}

	async undo(job: Job = silentJob()): Promise<void> {
		this.requireWritable();
		this.store.history.undo();
		await this.refresh(job);
	}

	async redo(job: Job = silentJob()): Promise<void> {
		this.requireWritable();
		this.store.history.redo();
		await this.refresh(job);
	}

	/**
	 * Keeps the segmentation under today's date. Not undoable: versions are only added. Strict rules that overlap are refused; since
	 * proving that they do not can take long, other writes may go on meanwhile: `inTurn` runs a step when none is under way, and what is
	 * kept is what was proved.
	 */
	async saveVersion(reason: string, job: Job = silentJob(), inTurn: InTurn = (step) => step()): Promise<void> {
		this.requireWritable();
		const segmentation = await inTurn(async () => this.state.segmentation);
		await this.segments.requireExclusive(segmentation, job);
		await inTurn(async () => {
			this.store.segmentations.saveVersion(segmentation, userInfo().username, reason);
			await this.refresh(job);
		});
	}

	/** The segmentation as it was saved. Throws `not-found`. */
	version(versionId: number): Segmentation {
		return this.store.segmentations.version(versionId).definition;
	}

	async restoreVersion(versionId: number, job: Job = silentJob()): Promise<void> {
		const { definition, summary } = this.store.segmentations.version(versionId);
		await this.writeSegmentation(definition, `Restore version of ${summary.savedAt.slice(0, 10)}`, job);
	}

	/** Newest first. */
	history(limit: number): HistoryEntry[] {
		return this.store.history.list(limit);
	}

	/** Adds to the project's audit log. */
	note(event: string, detail: string): void {
		if (!this.store.isReadOnly) {
			this.store.note(event, detail);
		}
	}

	/** Marks the project as the sample. */
	async markSample(job: Job = silentJob()): Promise<void> {
		this.store.writeMeta(SAMPLE_KEY, 'true');
		await this.refresh(job);
	}

	/** Frees the file. Calls that are still under way fail with `conflict`. */
	async close(): Promise<void> {
		this.tables.close();
		this.store.close();
		await Promise.all([this.sql.close(), this.derivations.close(), this.segments.close()]);
	}

	private async change(label: string, change: Change, job: Job): Promise<void> {
		this.requireWritable();
		this.store.history.record(label, [change]);
		await this.refreshOrTakeBack(job);
	}

	private async refreshOrTakeBack(job: Job): Promise<void> {
		try {
			await this.refresh(job);
		} catch (error) {
			this.store.history.takeBack();
			throw error;
		}
	}

	private async refresh(job: Job): Promise<void> {
		const { revision } = this.snapshot.state;
		this.snapshot = await takeSnapshot(this.store, this.derivations, this.qualities, revision, job);
	}

	/** The same project with the findings that are known by now. */
	private publishProblems(): void {
		const { snapshot, store, qualities } = this;
		const { tables, data, frame, state } = snapshot;
		const problems = projectProblems(tables, data, frame.problems, qualities.problems(tables), store.isReadOnly);
		this.snapshot = { ...snapshot, state: { ...state, problems, revision: Math.max(state.revision + 1, Date.now()) } };
	}

	private summaryOf(tableId: number): TableSummary {
		const summary = this.state.tables.find(({ id }) => id === tableId);
		if (!summary) {
			throw new Error(`The table ${tableId} is missing after its import`);
		}
		return summary;
	}

	private requireWritable(): void {
		if (this.store.isReadOnly) {
			throw new EngineError(
				'conflict',
				`${this.store.path} is open for reading only, because the file or its folder is write-protected. Copy it to a folder of yours and open the copy.`,
			);
		}
	}
}
