import { assertNever } from '#shared/base/assertNever.ts';
import { originOf, type ImportPlan } from '#shared/model/importPlan.ts';
import type { ImportProgress } from '../import/ImportedTable.ts';
import { runImport } from '../import/runImport.ts';
import { throwIfCancelled, type Job } from '../job.ts';
import type { ProjectStore } from '../store/ProjectStore.ts';
import type { StoredTable } from '../store/StoredTable.ts';
import { checkMapping } from './checkMapping.ts';

/**
 * Reads a file into staging and puts it into use in one transaction, in place of `replaces` where given. Whatever goes
 * wrong before that, a cancel included, drops the staging and leaves the project as it was.
 */
export async function importTable(
	store: ProjectStore,
	plan: ImportPlan,
	replaces: StoredTable | null,
	job: Job,
): Promise<StoredTable> {
	const staged = store.tables.stage(plan, originOf(plan));
	try {
		const imported = await runImport(plan, staged, {
			signal: job.signal,
			onProgress: ({ phase, done, total }) => {
				// The import yields by itself; a cancel reaches it by the signal.
				job.tick(done, total, importPhase(phase, plan.tableName)).catch(() => undefined);
			},
		});
		throwIfCancelled(job.signal);
		const columns = imported.columns.map(({ summary }) => summary);
		checkMapping(plan.mapping, columns, plan.tableName);
		return store.tables.promote(staged, imported, plan.mapping, replaces);
	} catch (error) {
		store.tables.drop(staged);
		throw error;
	}
}

/** What is being done, in words. */
export function importPhase(phase: ImportProgress['phase'], tableName: string): string {
	switch (phase) {
		case 'preparing':
			return `Unpacking ${tableName}`;
		case 'reading':
			return `Reading ${tableName}`;
		case 'clustering':
			return 'Sorting by customer';
		default:
			return assertNever(phase);
	}
}
