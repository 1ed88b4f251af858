import type { ImportPlan } from '#shared/model/importPlan.ts';
import type { TableDiff } from '#shared/model/tableDiff.ts';
import { Store } from '../../engine/Store.ts';

export interface Compared {
	readonly diff: TableDiff;
	/** As it was compared, for comparing again by other keys. */
	readonly plan: ImportPlan;
	/** How the export is read otherwise than the table was, and what is left out of it. */
	readonly notes: readonly string[];
}

/** The newer export that was compared last, as the engine keeps only one; null for none. */
export const compared = new Store<Compared | null>(null);
