import { userInfo } from 'node:os';
import type { Analysis } from '#shared/model/analysis.ts';
import type { ImportPlan } from '#shared/model/importPlan.ts';
import type { JoinPair } from '#shared/model/joinReport.ts';
import type { ProjectState } from '#shared/model/projectState.ts';
import type { Segmentation } from '#shared/model/segmentation.ts';
import type { MigrationDates, MigrationQuery, SegmentMigration } from '#shared/model/segmentMigration.ts';
import type { MatchQuery, SegmentOverlap } from '#shared/model/segmentOverlap.ts';
import type { SegmentReview } from '#shared/model/segmentReview.ts';
import type { AnalysisSettings } from '#shared/model/settings.ts';
import type { SqlHistoryEntry, SqlTable } from '#shared/model/sqlConsole.ts';
import type { QuarantinedRow, TableSummary } from '#shared/model/table.ts';
import type { TableMapping } from '#shared/model/tableMapping.ts';
import { isSingleRole } from '#shared/model/tableRole.ts';
import { EngineError } from '#shared/protocol/envelope.ts';
import type { RowOrderRequest } from '#shared/protocol/tableMethods.ts';
import { proofProblems } from '#shared/rules/proof/proofProblems.ts';
import type { SegmentationProof } from '#shared/rules/proof/segmentationProof.ts';
import type { BuilderInput } from '../builders/BuilderInput.ts';
import type { KnownKeys } from '../import/guess/KnownKeys.ts';
import type { RowSource } from '../export/table/RowSource.ts';
import { MS_PER_DAY } from '../frame/eventDays.ts';
import { silentJob, throwIfCancelled, type Job } from '../job.ts';
import type { Assignment } from '../rules/Assignment.ts';
import { SqlConsole, type SqlEnd, type SqlReceiver } from '../sql/SqlConsole.ts';
import type { Change } from '../store/change.ts';
import type { HistoryEntry } from '../store/HistoryStore.ts';
import { ProjectStore } from '../store/ProjectStore.ts';
import type { StoredTable } from '../store/StoredTable.ts';
import { isoDay } from './asOfDay.ts';
import { checkMapping } from './checkMapping.ts';
import { customerRows } from './customerRows.ts';
import { Derivations } from './Derivations.ts';
import { describeProject, SAMPLE_KEY } from './describeProject.ts';
import { FieldDesk, type FieldQuestion } from './FieldDesk.ts';
import type { FieldDescription } from './fieldFacts.ts';
import { importTable } from './importTable.ts';
import { knownKeysOf } from './knownKeysOf.ts';
import { membersPage, pageOfRows } from './membersPage.ts';
import { MigrationDesk } from './MigrationDesk.ts';
import { OverlapDesk } from './OverlapDesk.ts';
import { requireExclusive } from './requireExclusive.ts';
import type { Snapshot } from './Snapshot.ts';
import { tableJoins } from './tableJoins.ts';
import { reviewSegments } from './reviewSegments.ts';
import { rulesAgeDays } from './rulesAgeDays.ts';
import { sqlCatalog } from './sqlCatalog.ts';
import { projectProblems } from './projectProblems.ts';
import { TableDesk } from './TableDesk.ts';
import { OrderedPages } from './order/OrderedPages.ts';
import { TablePages } from './TablePages.ts';
import { tableRows } from './tableRows.ts';
import { TableQualities } from './TableQualities.ts';

/** How far the check of stability looks back, and up to how many customers without being asked. */
const SHIFT_DAYS = 90;
const MOST_CUSTOMERS_AT_ONCE = 250_000;

/**
 * One open project. Reads work with the snapshot that was current when they began; a write changes the file, derives the
 * next snapshot and only then puts it in place. A write whose data cannot be derived is taken back. Writes must not overlap:
 * the protocol's write queue sees to that, and the command line awaits each.
 */
export class Session {
	private readonly store: ProjectStore;
	private readonly derivations: Derivations;
	private readonly pages = new TablePages();
	private readonly orderedPages = new OrderedPages();
	private readonly console = new SqlConsole();
	private readonly overlaps = new OverlapDesk();
	private readonly fields = new FieldDesk();
	private readonly migrations: MigrationDesk;
	private readonly qualities: TableQualities;
	/** Quality, quarantine and newer exports of single tables. */
	readonly desk: TableDesk;
	private snapshot: Snapshot;

	private constructor(store: ProjectStore, derivations: Derivations, qualities: TableQualities, snapshot: Snapshot) {
		this.store = store;
		this.derivations = derivations;
		this.migrations = new MigrationDesk(derivations);
		this.qualities = qualities;
		this.snapshot = snapshot;
		this.desk = new TableDesk({
			store,
			qualities,
			snapshot: () => this.snapshot,
			table: (tableId) => this.tableOf(tableId),
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
		const replaced = replaces === null ? null : this.tableOf(replaces);
		this.requireFreeRole(plan.mapping, plan.tableName, replaced);
		const table = await importTable(this.store, plan, replaced, job);
		await this.refreshOrTakeBack(job);
		return this.summaryOf(table.id);
	}

	async remapTable(tableId: number, mapping: TableMapping, job: Job = silentJob()): Promise<void> {
		const table = this.tableOf(tableId);
		const columns = table.columns.map(({ summary }) => summary);
		checkMapping(mapping, columns, table.name);
		this.requireFreeRole(mapping, table.name, table);
		await this.change(`Map ${table.name}`, { kind: 'mapping', tableId, before: table.mapping, after: mapping }, job);
	}

	async removeTable(tableId: number, job: Job = silentJob()): Promise<void> {
		const { name } = this.tableOf(tableId);
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

	/** Keeps the segmentation under today's date. Not undoable: versions are only added. Strict rules that overlap are refused. */
	async saveVersion(reason: string, job: Job = silentJob()): Promise<void> {
		this.requireWritable();
		if (this.state.segmentation.mode === 'strict') {
			const { segmentation } = this.state;
			const proof = await this.prove(segmentation, job);
			requireExclusive([...this.assign(segmentation).problems, ...proofProblems(segmentation, proof)]);
		}
		this.store.segmentations.saveVersion(this.state.segmentation, userInfo().username, reason);
		await this.refresh(job);
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

	/** Every figure of a draft; changes nothing. */
	async evaluate(segmentation: Segmentation, settings: AnalysisSettings, job: Job = silentJob()): Promise<Analysis> {
		const snapshot = this.snapshot;
		// Lets a cancel in that came right behind the request, as when somebody types.
		await job.tick(0, null, 'Evaluating');
		const frame = await this.derivations.frame(snapshot.tables, snapshot.data, settings, job);
		const check = () => throwIfCancelled(job.signal);
		return this.derivations.evaluation(frame).analyzer.analyze(segmentation, settings, check);
	}

	/**
	 * What a critical colleague would ask of a draft. The comparison with 90 days before needs the whole frame of that day; on much data
	 * it is made only where `isPatient`.
	 */
	async review(
		segmentation: Segmentation,
		settings: AnalysisSettings,
		isPatient: boolean,
		job: Job = silentJob(),
	): Promise<SegmentReview> {
		const { tables, data, state } = this.snapshot;
		await job.tick(0, null, 'Reviewing the segments');
		const frame = await this.derivations.frame(tables, data, settings, job);
		const isLarge = frame.length > MOST_CUSTOMERS_AT_ONCE && !isPatient;
		const asOf = isoDay(frame.asOfDay - SHIFT_DAYS);
		const before = isLarge ? null : await this.derivations.frame(tables, data, { asOf }, job);
		const nowMs = Date.now();
		return reviewSegments({
			segmentation,
			settings,
			frame,
			evaluation: this.derivations.evaluation(frame),
			earlier: before && { frame: before, evaluation: this.derivations.evaluation(before) },
			rulesAgeDays: rulesAgeDays(segmentation, this.store.segmentations.versions(), nowMs),
			dataAgeDays: data.newestDay === null || state.isSample ? null : Math.floor(nowMs / MS_PER_DAY) - data.newestDay,
			tick: () => throwIfCancelled(job.signal),
		});
	}

	/** Rows of the customer frame: the members of one segment of a draft, or everyone. See membersPage. */
	members(segmentation: Segmentation, segmentId: string | null, from: number, count: number) {
		const members = segmentId === null ? null : { assignment: this.assign(segmentation), segmentId };
		return membersPage(this.frame, members, this.customerKeyField(), from, count);
	}

	/** What values a field of the frame or a custom field holds; see FieldDesk. */
	describeField(question: FieldQuestion, job: Job = silentJob()): Promise<FieldDescription> {
		return this.fields.describe(this.frame, question, job);
	}

	/** Of how many customers of `frame` each rule is true by itself; see SegmentEvaluator. */
	countRules(rules: readonly string[], segmentation: Segmentation): (number | null)[] {
		return this.derivations.evaluation(this.snapshot.frame).evaluator.countRules(rules, segmentation);
	}

	/** Which segment of a draft each customer of `frame` is in. */
	assign(segmentation: Segmentation): Assignment {
		return this.derivations.evaluation(this.snapshot.frame).evaluator.evaluate(segmentation);
	}

	/** What builders work on: the customers as of the date in force. */
	builderInput(): BuilderInput {
		const { frame, state } = this.snapshot;
		return { frame, evaluator: this.derivations.evaluation(frame).evaluator, current: state.segmentation };
	}

	/** What can be proved of a draft's rules for any customers, with witnesses from `frame` where it has them. */
	prove(segmentation: Segmentation, job: Job = silentJob()): Promise<SegmentationProof> {
		return this.overlaps.prove(this.rulesAtHand(), segmentation, job);
	}

	/** Who matches which rules of a draft, and what earlier rules take from later ones. */
	overlap(segmentation: Segmentation, job: Job = silentJob()): Promise<SegmentOverlap> {
		return this.overlaps.overlap(this.rulesAtHand(), segmentation, job);
	}

	/** Rows of the customer frame by the rules of a draft that are true for them. See membersPage. */
	matching(segmentation: Segmentation, query: MatchQuery, page: { readonly from: number; readonly count: number }) {
		const found = this.overlaps.matching(this.rulesAtHand(), segmentation, query, page);
		return pageOfRows(this.frame, found, this.customerKeyField());
	}

	/** Who moved between the segments of a draft from one date to another; see MigrationDesk. */
	migration(
		segmentation: Segmentation,
		settings: AnalysisSettings,
		dates: MigrationDates,
		job: Job = silentJob(),
	): Promise<SegmentMigration> {
		return this.migrations.migration(this.snapshot, segmentation, settings, dates, job);
	}

	/** Rows of the customer frame of the later date: who went from one place to another. See membersPage. */
	async moving(
		segmentation: Segmentation,
		query: MigrationQuery,
		page: { readonly from: number; readonly count: number },
		job: Job = silentJob(),
	) {
		const { frame, ...found } = await this.migrations.moving(this.snapshot, segmentation, query, page, job);
		return pageOfRows(frame, found, this.customerKeyField());
	}

	/** All rows of a table for an export. Throws `not-found`. */
	tableRows(tableId: number): RowSource {
		return tableRows(this.tableOf(tableId), this.store.tables.chunks(tableId), this.frame.asOfDay);
	}

	/** The customers with the segment of each for an export, or the members of one segment of a draft; see customerRows. */
	customerRows(segmentation: Segmentation, segmentId: string | null): RowSource {
		return customerRows(this.frame, this.assign(segmentation), segmentId, this.customerKeyField());
	}

	/** Rows of a table as Arrow bytes, in file order where none is asked for; see arrowOf. Throws `not-found`. */
	async tablePage(
		tableId: number,
		from: number,
		count: number,
		order: RowOrderRequest | null = null,
		job: Job = silentJob(),
	): Promise<{ rows: Uint8Array; total: number }> {
		const table = this.tableOf(tableId);
		const chunks = this.store.tables.chunks(tableId);
		const rows = order
			? await this.orderedPages.page(table, chunks, order, from, count, job)
			: await this.pages.page(table, chunks, from, count);
		return { rows, total: table.rowsLoaded };
	}

	quarantine(tableId: number, from: number, count: number): { rows: QuarantinedRow[]; total: number } {
		const table = this.tableOf(tableId);
		return { rows: this.store.tables.quarantine(tableId, from, count), total: table.rowsQuarantined };
	}

	/** What queries of the SQL console can name. */
	sqlTables(): SqlTable[] {
		return this.sqlCatalog().sources.map(({ table }) => table);
	}

	/** Runs one read-only query over the tables as they are now; see SqlConsole. */
	runSql(
		query: { readonly text: string; readonly limit: number | null },
		receiver: SqlReceiver,
		job: Job = silentJob(),
	): Promise<SqlEnd> {
		return this.console.run(this.sqlCatalog(), query, receiver, job);
	}

	/** Adds to the history of the SQL console; not undoable. */
	rememberQuery(entry: Omit<SqlHistoryEntry, 'id'>): void {
		if (!this.store.isReadOnly) {
			this.store.queries.add(entry);
		}
	}

	/** Newest first. */
	queries(limit: number): SqlHistoryEntry[] {
		return this.store.queries.list(limit);
	}

	/** How the tables find each other by their keys; see tableJoins. */
	joins(tableId: number | null, job: Job = silentJob()): Promise<JoinPair[]> {
		return tableJoins(this.store, this.snapshot.tables, tableId, job);
	}

	/** What guesses about the next file may know of this project. */
	knownKeys(): KnownKeys {
		return knownKeysOf(this.snapshot.data);
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
		this.desk.close();
		this.store.close();
		await Promise.all([this.console.close(), this.derivations.close(), this.overlaps.close()]);
	}

	private rulesAtHand() {
		const { frame } = this.snapshot;
		return { frame, evaluator: this.derivations.evaluation(frame).evaluator };
	}

	/** The field of the customers table that holds the key; null where there is none. */
	private customerKeyField(): string | null {
		const customers = this.snapshot.tables.find(({ mapping }) => mapping.role === 'customers');
		return customers?.mapping.fields['customer_id'] ?? null;
	}

	private sqlCatalog() {
		const { snapshot } = this;
		const assign = () => this.derivations.evaluation(snapshot.frame).evaluator.evaluate(snapshot.state.segmentation);
		return sqlCatalog(this.store, snapshot, assign);
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

	private tableOf(tableId: number): StoredTable {
		const table = this.snapshot.tables.find(({ id }) => id === tableId);
		if (!table) {
			throw new EngineError('not-found', `There is no table ${tableId} in this project. It may have been removed.`);
		}
		return table;
	}

	private summaryOf(tableId: number): TableSummary {
		const summary = this.state.tables.find(({ id }) => id === tableId);
		if (!summary) {
			throw new Error(`The table ${tableId} is missing after its import`);
		}
		return summary;
	}

	/** A project holds one table per role: a second export of the same kind takes the place of the first. */
	private requireFreeRole({ role }: TableMapping, name: string, except: StoredTable | null): void {
		const other = this.snapshot.tables.find(({ id, mapping }) => mapping.role === role && id !== except?.id);
		if (other && isSingleRole(role)) {
			throw new EngineError(
				'conflict',
				`The project has ${role} already: ${other.name}. Import ${name} in its place, remove ${other.name} first, or choose another role.`,
			);
		}
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

async function takeSnapshot(
	store: ProjectStore,
	derivations: Derivations,
	qualities: TableQualities,
	previousRevision: number,
	job: Job,
): Promise<Snapshot> {
	const tables = store.tables.list();
	const data = await derivations.data(tables, job);
	const frame = await derivations.frame(tables, data, store.settings(), job);
	// Grows over restarts too, which a plain counter would not.
	const revision = Math.max(previousRevision + 1, Date.now());
	return {
		tables,
		data,
		frame,
		state: describeProject(store, tables, data, frame, qualities.problems(tables), revision),
	};
}
