import type { QuarantinedRow } from '#shared/model/table.ts';
import type { ProjectStore } from '../store/ProjectStore.ts';

const BATCH_ROWS = 5000;

/** The first `rows` rows of the quarantine of a table, or of a staged one, in batches. */
export function* quarantineBatches(store: ProjectStore, tableId: number, rows: number): Generator<QuarantinedRow[]> {
	for (let from = 0; from < rows; from += BATCH_ROWS) {
		yield store.tables.quarantine(tableId, from, BATCH_ROWS);
	}
}
