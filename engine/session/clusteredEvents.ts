import type { TableMapping } from '#shared/model/tableMapping.ts';
import type { ClusterReader } from '../columns/ChunkReader.ts';
import { clusterEvents } from '../import/cluster/clusterEvents.ts';
import type { ClusterSink } from '../import/TableSink.ts';
import type { Job } from '../job.ts';
import type { ProjectStore } from '../store/ProjectStore.ts';
import type { StoredTable } from '../store/StoredTable.ts';
import { MemoryClusters } from './MemoryClusters.ts';

/** The clustered events of a table under its current mapping; made again where they belong to an earlier one. */
export async function clusteredEvents(store: ProjectStore, table: StoredTable, job: Job): Promise<ClusterReader> {
	if (table.clusteredFor !== null && clusterKey(table.clusteredFor) === clusterKey(table.mapping)) {
		return store.tables.chunks(table.id);
	}
	if (store.isReadOnly) {
		const clusters = new MemoryClusters();
		await cluster(store, table, clusters, job);
		return clusters;
	}
	const writer = store.tables.clusterWriter(table.id);
	try {
		await cluster(store, table, writer, job);
		writer.finish(table.mapping);
	} catch (error) {
		writer.abandon();
		throw error;
	}
	return store.tables.chunks(table.id);
}

async function cluster(store: ProjectStore, table: StoredTable, sink: ClusterSink, job: Job): Promise<void> {
	const { mapping, columns } = table;
	for (const { done, total } of clusterEvents({ mapping, columns, source: store.tables.chunks(table.id), sink })) {
		await job.tick(done, total, `Sorting ${table.name} by customer`);
	}
}

/** What of a mapping decides how events are clustered. */
function clusterKey({ role, fields, attributes, events, perOrder, items, keyForm }: TableMapping): string {
	return JSON.stringify([
		role,
		Object.entries(fields).sort(([left], [right]) => (left < right ? -1 : 1)),
		[...attributes].sort(),
		Object.entries(events ?? {}).sort(([left], [right]) => (left < right ? -1 : 1)),
		[...(perOrder ?? [])].sort(),
		items ?? [],
		[...(keyForm ?? [])].sort(),
	]);
}
