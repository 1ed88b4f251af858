import type { ColumnType } from '#shared/model/columnType.ts';
import type { ColumnReading, Dialect, ImportOverrides, ImportPreview, MisfitPolicy } from '#shared/model/importPlan.ts';
import type { TableMapping } from '#shared/model/tableMapping.ts';
import { isSingleRole, type TableRole } from '#shared/model/tableRole.ts';
import type { AppendedFile, SourceEncoding, TableSource } from '#shared/model/tableSource.ts';
import type { TableSummary } from '#shared/model/table.ts';
import { EngineError } from '#shared/protocol/envelope.ts';
import type { EngineSession } from '../../engine/EngineSession.ts';
import { LatestQuery } from '../../engine/LatestQuery.ts';
import { Store } from '../../engine/Store.ts';
import type { ImportSpeed } from './importSpeed.ts';
import { missingFields } from '../../ui/mapping/missingFields.ts';

/** Where a file stands. `importing` counts from `startedAtMs` (performance.now). */
export type ImportStage =
	| { readonly kind: 'preview' }
	/** Waits for the imports before it. */
	| { readonly kind: 'queued' }
	| { readonly kind: 'importing'; readonly speed: ImportSpeed }
	| { readonly kind: 'done'; readonly table: TableSummary; readonly durationMs: number }
	| { readonly kind: 'failed'; readonly error: Error };

/** One file on its way in: its preview, what the user corrected, and how the import goes. */
export class FileImport {
	readonly id: number;
	readonly path: string;
	readonly preview = new LatestQuery<ImportPreview>();
	readonly stage = new Store<ImportStage>({ kind: 'preview' });
	private readonly session: EngineSession;
	private overrides: ImportOverrides;
	private controller: AbortController | null = null;

	/** `more` are files of the same shape, read as if they stood below the first. */
	constructor(id: number, path: string, session: EngineSession, more: readonly string[] = []) {
		this.id = id;
		this.path = path;
		this.session = session;
		this.overrides = more.length > 0 ? { source: { more: more.map((other) => ({ path: other, entry: null })) } } : {};
		this.look();
	}

	/** Asks for the preview anew, with everything that was corrected so far. */
	look(): void {
		const { overrides } = this;
		void this.preview.ask((signal) => this.session.call('tables.preview', { path: this.path, overrides }, { signal }));
	}

	setTableName(tableName: string): void {
		this.correct({ tableName: tableName.trim() === '' ? undefined : tableName.trim() });
	}

	/** Another dialect means other columns: types and mapping are guessed again. */
	setDialect(change: Partial<Dialect>): void {
		this.correct({
			dialect: { ...this.overrides.dialect, ...change },
			types: undefined,
			readings: undefined,
			mapping: undefined,
		});
	}

	/** Another format, sheet or encoding means other columns: everything after it is guessed again. */
	setSource(change: Partial<TableSource>): void {
		const source = { ...this.overrides.source, ...change };
		this.correct({ source, dialect: undefined, types: undefined, mapping: undefined });
	}

	/** The scanner reads UTF-8 and windows-1252 itself; other encodings are turned into UTF-8 first. */
	setEncoding(encoding: Dialect['encoding'] | SourceEncoding): void {
		const isDelimited = this.preview.state.get().value?.plan.source.format === 'delimited';
		const isRead = encoding === 'utf-8' || (encoding === 'windows-1252' && isDelimited);
		const dialect = { ...this.overrides.dialect, encoding: isRead ? encoding : ('utf-8' as const) };
		this.correct({
			source: { ...this.overrides.source, encoding: isRead ? null : encoding },
			dialect,
			types: undefined,
			mapping: undefined,
		});
	}

	/** Files that are read below the first one. */
	more(): readonly AppendedFile[] {
		return this.overrides.source?.more ?? [];
	}

	setMore(more: readonly AppendedFile[]): void {
		this.correct({ source: { ...this.overrides.source, more: [...more] } });
	}

	/** The reading that was told or set belonged to another type. */
	setType(column: string, type: ColumnType): void {
		const { [column]: _, ...readings } = this.overrides.readings ?? {};
		this.correct({ types: { ...this.overrides.types, [column]: type }, readings });
	}

	setReading(column: string, type: ColumnType, reading: ColumnReading): void {
		this.correct({
			types: { ...this.overrides.types, [column]: type },
			readings: { ...this.overrides.readings, [column]: reading },
		});
	}

	setMisfits(misfits: MisfitPolicy): void {
		this.correct({ misfits });
	}

	setRole(role: TableRole): void {
		this.correct({ role, mapping: undefined });
	}

	/** Shown at once, so that a change that follows quickly is made to this mapping and not to the one before. */
	setMapping(mapping: TableMapping): void {
		this.correct({ mapping });
		this.preview.state.update((state) => ({
			...state,
			value: state.value && { ...state.value, plan: { ...state.value.plan, mapping } },
		}));
	}

	/** Applies a template, or none for null. What was set by hand before gives way. */
	setTemplate(template: string | null): void {
		this.correct({ template, role: undefined, mapping: undefined });
	}

	/** Whether somebody changed the mapping by hand. */
	hasOwnMapping(): boolean {
		return this.overrides.mapping !== undefined;
	}

	canImport(): boolean {
		const { value, error, isRunning } = this.preview.state.get();
		const kind = this.stage.get().kind;
		return (
			value !== null &&
			error === null &&
			!isRunning &&
			(kind === 'preview' || kind === 'failed') &&
			!value.problems.some(({ code }) => code === 'import.shape') &&
			missingFields(value.plan.mapping).length === 0
		);
	}

	isDone(): boolean {
		return this.stage.get().kind === 'done';
	}

	/** The table whose place this one takes: a project holds one table of each kind, but any number without a part. */
	replacedTable(): TableSummary | null {
		const role = this.preview.state.get().value?.plan.mapping.role;
		if (role === undefined || !isSingleRole(role)) {
			return null;
		}
		return this.session.project.get()?.tables.find(({ mapping }) => mapping.role === role) ?? null;
	}

	/**
	 * Imports the file as previewed, in place of a table or of none. Never rejects: the outcome is the stage. Two files of one kind
	 * that are started together do not replace each other: the second is refused.
	 */
	async start(replaces: number | null = this.replacedTable()?.id ?? null): Promise<void> {
		const preview = this.preview.state.get().value;
		if (this.stage.get().kind === 'queued') {
			this.stage.set({ kind: 'preview' });
		}
		if (!preview || !this.canImport()) {
			return;
		}
		const startedAtMs = performance.now();
		let phaseStart = { phase: '', atMs: startedAtMs };
		const speedOf = (done: number, total: number | null, phase: string): ImportStage => {
			// Unpacking and reading go at speeds of their own.
			phaseStart = phase === phaseStart.phase ? phaseStart : { phase, atMs: performance.now() };
			const elapsedMs = performance.now() - phaseStart.atMs;
			return { kind: 'importing', speed: { done, total, phase, elapsedMs, sizeBytes: preview.sizeBytes } };
		};
		this.controller = new AbortController();
		this.stage.set(speedOf(0, preview.sizeBytes, ''));
		try {
			const { table, project } = await this.session.call(
				'tables.import',
				{ plan: preview.plan, replaces },
				{
					signal: this.controller.signal,
					onProgress: ({ done, total, phase }) => this.stage.set(speedOf(done, total, phase)),
				},
			);
			this.session.accept(project);
			this.stage.set({ kind: 'done', table, durationMs: performance.now() - startedAtMs });
		} catch (cause) {
			const isCancelled = cause instanceof EngineError && cause.code === 'cancelled';
			const error = cause instanceof Error ? cause : new Error(String(cause));
			this.stage.set(isCancelled ? { kind: 'preview' } : { kind: 'failed', error });
		}
	}

	/** Lines up behind the imports under way; whoever runs the queue starts it. */
	queue(): void {
		if (this.canImport()) {
			this.stage.set({ kind: 'queued' });
		}
	}

	cancel(): void {
		if (this.stage.get().kind === 'queued') {
			this.stage.set({ kind: 'preview' });
		}
		this.controller?.abort();
	}

	close(): void {
		this.cancel();
		this.preview.cancel();
	}

	private correct(change: ImportOverrides): void {
		const merged = { ...this.overrides, ...change };
		this.overrides = Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== undefined));
		this.stage.set({ kind: 'preview' });
		this.look();
	}
}
