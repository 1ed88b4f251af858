import type { Job } from '../job.ts';
import type { ProjectStore } from '../store/ProjectStore.ts';
import type { Derivations } from './Derivations.ts';
import { describeProject } from './describeProject.ts';
import type { Snapshot } from './Snapshot.ts';
import type { TableQualities } from './TableQualities.ts';

/** The project as its file holds it now, under a revision above `previousRevision`. Throws `data` where its tables cannot be used. */
export async function takeSnapshot(
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
