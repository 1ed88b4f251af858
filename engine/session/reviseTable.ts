import type { TableOrigin } from '#shared/model/importPlan.ts';
import type { QuarantinedRow } from '#shared/model/table.ts';
import { isByCustomer, type TableMapping } from '#shared/model/tableMapping.ts';
import { EngineError } from '#shared/protocol/envelope.ts';
import { clusterEvents } from '../import/cluster/clusterEvents.ts';
import type { ImportedColumn } from '../import/ImportedTable.ts';
import { columnFormatOf } from '../import/revise/columnFormatOf.ts';
import { mergeParts } from '../import/revise/mergeParts.ts';
import type { TablePart } from '../import/revise/TablePart.ts';
import type { Job } from '../job.ts';
import type { ProjectStore } from '../store/ProjectStore.ts';
import type { StoredTable } from '../store/StoredTable.ts';

/** The next version of a table. */
export interface Revision {
	readonly parts: readonly TablePart[];
	readonly names: readonly string[];
	/** In the order in which they are to be listed. */
	readonly quarantine: Iterable<readonly QuarantinedRow[]>;
	/** Where it is another than that of the table, because columns were added. */
	readonly mapping?: TableMapping;
	/** Path of the file that the table is said to come from. */
	readonly file: string;
	readonly origin: TableOrigin | null;
	/** What the history calls the step. */
	readonly label: string;
	readonly phase: string;
}

/**
 * Puts the next version of a table together in staging and lets it take the place of the last one, which stays in the file until the
 * project is closed, so that the step can be undone. Rows read = rows loaded + rows quarantined, as after an import.
 */
export async function reviseTable(
	store: ProjectStore,
	table: StoredTable,
	revision: Revision,
	job: Job,
): Promise<StoredTable> {
	const { name, dialect, problems } = table;
	const mapping = revision.mapping ?? table.mapping;
	const staged = store.tables.stage({ tableName: name, mapping, path: revision.file, dialect }, revision.origin);
	try {
		const merged = await mergeParts(revision.parts, revision.names, staged, job, revision.phase);
		if (merged.rows === 0) {
			throw new EngineError('data', `No row of ${name} would be left. Remove the table instead.`);
		}
		let rowsQuarantined = 0;
		for (const batch of revision.quarantine) {
			staged.writeQuarantine(batch);
			rowsQuarantined += batch.length;
			await job.tick(0, null, revision.phase);
		}
		const columns = merged.columns.map((column): ImportedColumn => ({ ...column, ...formatOf(table, column) }));
		if (isByCustomer(mapping)) {
			for (const { done, total } of clusterEvents({ mapping, columns, source: staged, sink: staged })) {
				await job.tick(done, total, `Sorting ${name} by customer`);
			}
		}
		const imported = {
			rowsRead: merged.rows + rowsQuarantined,
			rowsLoaded: merged.rows,
			rowsQuarantined,
			columns,
			dialect,
			problems,
		};
		return store.tables.promote(staged, imported, mapping, table, revision.label);
	} catch (error) {
		store.tables.drop(staged);
		throw error;
	}
}

/** A table as the part that comes first, without some of its rows. */
export function partOfTable(store: ProjectStore, table: StoredTable, dropped: Int32Array): TablePart {
	return {
		reader: store.tables.chunks(table.id),
		columns: table.columns.map(({ summary, storage }, position) => ({ name: summary.name, position, storage })),
		dropped,
	};
}

/** Texts of a column of the same type are still read as before. */
function formatOf(table: StoredTable, { summary }: ImportedColumn): Pick<ImportedColumn, 'format'> {
	const before = table.columns.find((column) => column.summary.name === summary.name);
	const isSame = before !== undefined && before.summary.type === summary.type;
	return isSame ? { format: columnFormatOf(before) } : {};
}
