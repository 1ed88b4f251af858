import type { JoinPair } from '#shared/model/joinReport.ts';
import type { QuarantinedRow } from '#shared/model/table.ts';
import type { RowOrderRequest } from '#shared/protocol/tableMethods.ts';
import type { RowSource } from '../export/table/RowSource.ts';
import type { KnownKeys } from '../import/guess/KnownKeys.ts';
import { silentJob, type Job } from '../job.ts';
import type { ProjectStore } from '../store/ProjectStore.ts';
import { knownKeysOf } from './knownKeysOf.ts';
import { OrderedPages } from './order/OrderedPages.ts';
import type { Snapshot } from './Snapshot.ts';
import { tableIn } from './tableIn.ts';
import { tableJoins } from './tableJoins.ts';
import { TablePages } from './TablePages.ts';
import { tableRows } from './tableRows.ts';

/** Reads imported tables as they are: pages for a screen, all rows for an export, how their keys find each other. */
export class RowDesk {
	private readonly store: ProjectStore;
	private readonly snapshot: () => Snapshot;
	private readonly pages = new TablePages();
	private readonly orderedPages = new OrderedPages();

	constructor(store: ProjectStore, snapshot: () => Snapshot) {
		this.store = store;
		this.snapshot = snapshot;
	}

	/** All rows of a table for an export. Throws `not-found`. */
	all(tableId: number): RowSource {
		const { frame } = this.snapshot();
		return tableRows(this.table(tableId), this.store.tables.chunks(tableId), frame.asOfDay);
	}

	/** Rows of a table as Arrow bytes, in file order where none is asked for; see arrowOf. Throws `not-found`. */
	async page(
		tableId: number,
		from: number,
		count: number,
		order: RowOrderRequest | null = null,
		job: Job = silentJob(),
	): Promise<{ rows: Uint8Array; total: number }> {
		const table = this.table(tableId);
		const chunks = this.store.tables.chunks(tableId);
		const rows = order
			? await this.orderedPages.page(table, chunks, order, from, count, job)
			: await this.pages.page(table, chunks, from, count);
		return { rows, total: table.rowsLoaded };
	}

	/** Rows that an import left out, in file order. Throws `not-found`. */
	quarantined(tableId: number, from: number, count: number): { rows: QuarantinedRow[]; total: number } {
		const table = this.table(tableId);
		return { rows: this.store.tables.quarantine(tableId, from, count), total: table.rowsQuarantined };
	}

	/** How the tables find each other by their keys; see tableJoins. */
	joins(tableId: number | null, job: Job = silentJob()): Promise<JoinPair[]> {
		return tableJoins(this.store, this.snapshot().tables, tableId, job);
	}

	/** What guesses about the next file may know of this project. */
	knownKeys(): KnownKeys {
		return knownKeysOf(this.snapshot().data);
	}

	private table(tableId: number) {
		return tableIn(this.snapshot().tables, tableId);
	}
}
