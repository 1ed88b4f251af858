import type { TableSummary } from '#shared/model/table.ts';
import { EngineError } from '#shared/protocol/envelope.ts';
import type { EngineSession } from '../../engine/EngineSession.ts';
import { Store } from '../../engine/Store.ts';
import { FileImport } from './FileImport.ts';
import { sameKinds, type SameKind } from './sameKinds.ts';

export interface Imports {
	readonly files: readonly FileImport[];
	readonly activeId: number | null;
}

/** The files that are being imported in this window. They stay while tabs come and go, until they are taken off. */
export class ImportStore {
	readonly state = new Store<Imports>({ files: [], activeId: null });
	/** Files that wait or are being imported, in the order in which they run. */
	readonly underWay = new Store<readonly FileImport[]>([]);
	/** Files that wait and would be the same table. */
	readonly kinds = new Store<readonly SameKind<FileImport>[]>([]);
	/** Of several files that wait, those that take the place of a table of the project. */
	readonly replacing = new Store<readonly { readonly file: FileImport; readonly table: TableSummary }[]>([]);
	private readonly session: EngineSession;
	private nextId = 1;
	/** Resolves when the imports that were started so far have ended. */
	private queue: Promise<void> = Promise.resolve();

	constructor(session: EngineSession) {
		this.session = session;
		this.state.subscribe(() => this.compare());
		session.project.subscribe(() => this.compare());
	}

	/**
	 * Adds files and what lies in folders, looks into each and shows the first of them; one that is there already is only
	 * shown. Files of one shape (`orders_2024-01.csv`, `orders_2024-02.csv`) become one table. Rejects where a path is not
	 * there.
	 */
	async add(paths: readonly string[]): Promise<void> {
		const { groups, skipped } = await this.session.call('tables.gather', { paths: [...paths] });
		const { files } = this.state.get();
		const chosen = groups.map(
			([path = '', ...more]) => files.find((file) => file.path === path && !file.isDone()) ?? this.open(path, more),
		);
		const added = chosen.filter((file) => !files.includes(file));
		this.state.set({ files: [...files, ...added], activeId: chosen[0]?.id ?? this.state.get().activeId });
		if (chosen.length === 0) {
			throw new EngineError(
				'data',
				skipped.length > 0
					? `None of the ${skipped.length} files there are tables by their names. Choose the files themselves.`
					: 'There are no files in this folder.',
			);
		}
	}

	/** Takes the files that are read below another one apart from it again, each with a tab of its own. */
	separate(file: FileImport): void {
		const paths = new Set(file.more().map(({ path }) => path));
		const others = [...paths].filter((path) => path !== file.path);
		file.setMore([]);
		const added = others.map((path) => this.open(path));
		this.state.update(({ files, activeId }) => ({ files: [...files, ...added], activeId }));
	}

	/** Reads a file as if it stood below another one, with everything that stands below it. */
	append(file: FileImport, first: FileImport): void {
		const entry = file.preview.state.get().value?.plan.source.entry ?? null;
		first.setMore([...first.more(), { path: file.path, entry }, ...file.more()]);
		this.remove(file.id);
		this.select(first.id);
	}

	/** Puts a file before another one of its kind, so that it is the one to be imported. */
	prefer(file: FileImport, first: FileImport): void {
		this.state.update(({ files }) => ({
			files: files.filter((entry) => entry !== file).flatMap((entry) => (entry === first ? [file, first] : [entry])),
			activeId: file.id,
		}));
	}

	select(id: number): void {
		this.state.update((state) => ({ ...state, activeId: id }));
	}

	remove(id: number): void {
		this.state.update(({ files, activeId }) => {
			const position = files.findIndex((file) => file.id === id);
			const rest = files.filter((file) => file.id !== id);
			files[position]?.close();
			return { files: rest, activeId: activeId === id ? (rest[Math.max(0, position - 1)]?.id ?? null) : activeId };
		});
	}

	clear(): void {
		for (const file of this.state.get().files) {
			file.close();
		}
		this.state.set({ files: [], activeId: null });
	}

	/** Imports a file once the imports before it have ended. */
	async start(file: FileImport): Promise<void> {
		await this.enqueue([file]);
	}

	/**
	 * Imports every file that is ready, one after the other: tables of customers first, as the others refer to them. Of files that
	 * would be the same table the first one; the others stay. Then shows the first that still needs a hand.
	 */
	async importAll(): Promise<void> {
		const competing = new Set(this.kinds.get().flatMap(({ others }) => others.map(({ file }) => file)));
		const ready = this.state.get().files.filter((file) => file.canImport() && !competing.has(file));
		const rank = (file: FileImport) => (file.preview.state.get().value?.plan.mapping.role === 'customers' ? 0 : 1);
		await this.enqueue(ready.sort((a, b) => rank(a) - rank(b)));
		const left = this.state.get().files.find((file) => !file.isDone());
		if (left) {
			this.select(left.id);
		}
	}

	private open(path: string, more: readonly string[] = []): FileImport {
		const file = new FileImport(this.nextId++, path, this.session, more);
		file.preview.state.subscribe(() => this.compare());
		file.stage.subscribe(() => this.compare());
		return file;
	}

	private compare(): void {
		const planned = this.state.get().files.flatMap((file) => {
			const { value, error } = file.preview.state.get();
			const { kind } = file.stage.get();
			return value && error === null && (kind === 'preview' || kind === 'failed') ? [{ file, plan: value.plan }] : [];
		});
		const kinds = sameKinds(planned);
		if (kinds.length > 0 || this.kinds.get().length > 0) {
			this.kinds.set(kinds);
		}
		const competing = new Set(kinds.flatMap(({ others }) => others.map(({ file }) => file)));
		const replacing = planned.flatMap(({ file }) => {
			const table = competing.has(file) ? null : file.replacedTable();
			return table && planned.length > 1 ? [{ file, table }] : [];
		});
		if (replacing.length > 0 || this.replacing.get().length > 0) {
			this.replacing.set(replacing);
		}
	}

	/** What each takes the place of is settled now, so that two of one kind do not replace each other. */
	private async enqueue(files: readonly FileImport[]): Promise<void> {
		const orders = files.map((file) => ({ file, replaces: file.replacedTable()?.id ?? null }));
		for (const { file } of orders) {
			file.queue();
		}
		this.underWay.update((before) => [...before, ...files]);
		this.queue = this.queue.then(async () => {
			for (const { file, replaces } of orders) {
				if (this.state.get().files.includes(file) && file.stage.get().kind === 'queued') {
					await file.start(replaces);
				}
				this.underWay.update((before) => before.filter((entry) => entry !== file));
			}
		});
		await this.queue;
	}
}

const bySession = new WeakMap<EngineSession, ImportStore>();

/** The imports of a session; emptied when another project is opened, as they were meant for the last one. */
export function importsOf(session: EngineSession): ImportStore {
	const known = bySession.get(session);
	if (known) {
		return known;
	}
	const imports = new ImportStore(session);
	let path = session.project.get()?.path ?? null;
	session.project.subscribe(() => {
		const current = session.project.get()?.path ?? null;
		if (current !== path) {
			path = current;
			imports.clear();
		}
	});
	bySession.set(session, imports);
	return imports;
}
