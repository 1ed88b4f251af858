import type { EngineSession } from '../../engine/EngineSession.ts';
import { Store } from '../../engine/Store.ts';
import { FileImport } from './FileImport.ts';

export interface Imports {
	readonly files: readonly FileImport[];
	readonly activeId: number | null;
}

/** The files that are being imported in this window. They stay while tabs come and go, until they are taken off. */
export class ImportStore {
	readonly state = new Store<Imports>({ files: [], activeId: null });
	private readonly session: EngineSession;
	private nextId = 1;

	constructor(session: EngineSession) {
		this.session = session;
	}

	/** Adds files, looks into each and shows the first of them; one that is there already is only shown. */
	add(paths: readonly string[]): void {
		const { files } = this.state.get();
		const chosen = paths.map(
			(path) =>
				files.find((file) => file.path === path && !file.isDone()) ?? new FileImport(this.nextId++, path, this.session),
		);
		const added = chosen.filter((file) => !files.includes(file));
		this.state.set({ files: [...files, ...added], activeId: chosen[0]?.id ?? null });
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

	/**
	 * Imports every file that is ready, one after the other: tables of customers first, as the others refer to them. Then
	 * shows the first that still needs a hand.
	 */
	async importAll(): Promise<void> {
		const ready = this.state.get().files.filter((file) => file.canImport());
		const rank = (file: FileImport) => (file.preview.state.get().value?.plan.mapping.role === 'customers' ? 0 : 1);
		const orders = ready
			.sort((a, b) => rank(a) - rank(b))
			.map((file) => ({ file, replaces: file.replacedTable()?.id ?? null }));
		for (const { file, replaces } of orders) {
			if (this.state.get().files.includes(file)) {
				await file.start(replaces);
			}
		}
		const left = this.state.get().files.find((file) => !file.isDone());
		if (left) {
			this.select(left.id);
		}
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
