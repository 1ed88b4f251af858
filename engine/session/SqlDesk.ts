import type { SqlHistoryEntry, SqlTable } from '#shared/model/sqlConsole.ts';
import { silentJob, type Job } from '../job.ts';
import { SqlConsole, type SqlEnd, type SqlReceiver } from '../sql/SqlConsole.ts';
import type { ProjectStore } from '../store/ProjectStore.ts';
import type { Derivations } from './Derivations.ts';
import type { Snapshot } from './Snapshot.ts';
import { sqlCatalog } from './sqlCatalog.ts';

/** The SQL console of a project: read-only queries over its tables as they are when one is asked, and the history of queries. */
export class SqlDesk {
	private readonly store: ProjectStore;
	private readonly derivations: Derivations;
	private readonly snapshot: () => Snapshot;
	private readonly console = new SqlConsole();

	constructor(store: ProjectStore, derivations: Derivations, snapshot: () => Snapshot) {
		this.store = store;
		this.derivations = derivations;
		this.snapshot = snapshot;
	}

	/** What queries can name. */
	tables(): SqlTable[] {
		return this.catalog().sources.map(({ table }) => table);
	}

	/** Runs one query; see SqlConsole. */
	run(
		query: { readonly text: string; readonly limit: number | null },
		receiver: SqlReceiver,
		job: Job = silentJob(),
	): Promise<SqlEnd> {
		return this.console.run(this.catalog(), query, receiver, job);
	}

	/** Adds to the history; not undoable. */
	remember(entry: Omit<SqlHistoryEntry, 'id'>): void {
		if (!this.store.isReadOnly) {
			this.store.queries.add(entry);
		}
	}

	/** Newest first. */
	history(limit: number): SqlHistoryEntry[] {
		return this.store.queries.list(limit);
	}

	async close(): Promise<void> {
		await this.console.close();
	}

	/** Who is in which segment is only worked out when a query reads it, by the rules of the snapshot. */
	private catalog() {
		const snapshot = this.snapshot();
		const assign = () => this.derivations.evaluation(snapshot.frame).evaluator.evaluate(snapshot.state.segmentation);
		return sqlCatalog(this.store, snapshot, assign);
	}
}
