import type { ClusterReader } from '../../columns/ChunkReader.ts';
import type { Column } from '../../columns/Column.ts';
import type { EventTable } from '../../frame/EventTable.ts';
import { clusterMeta, type ClusterMeta } from './clusterMeta.ts';
import { readArray, readClusterColumn } from './readClusterColumn.ts';

export interface LoadedEvents {
	readonly table: EventTable;
	/** One value per customer of the table, by header; see EventTable.baseRows for the way to the base. */
	readonly attributes: ReadonlyMap<string, Column>;
	readonly meta: ClusterMeta;
}

/** Null when the table has never been clustered. */
export function readClusterMeta(reader: ClusterReader): ClusterMeta | null {
	const parts = [...reader.readCluster('meta')];
	return parts.length === 0 ? null : clusterMeta.parse(JSON.parse(Buffer.concat(parts).toString('utf8')));
}

/** The key of each customer of the table: what CustomerBase is made from, and looked up with. */
export function readEventKeys(reader: ClusterReader, meta: ClusterMeta): Column {
	return readClusterColumn(reader, 'keys', meta.keys);
}

/** The clustered events on SharedArrayBuffers. `rowsOf` gives the base row of each key, -1 without one. */
export function loadEventTable(
	reader: ClusterReader,
	meta: ClusterMeta,
	rowsOf: (keys: Column) => Int32Array,
): LoadedEvents {
	const offsets = readArray(reader, 'offsets', new Int32Array(new SharedArrayBuffer((meta.customers + 1) * 4)));
	const table: EventTable = {
		role: meta.role,
		length: meta.length,
		offsets,
		baseRows: rowsOf(readEventKeys(reader, meta)),
		columns: new Map(
			Object.entries(meta.fields).map(([id, facts]) => [id, readClusterColumn(reader, `field:${id}`, facts)]),
		),
		firstLine: meta.hasFirstLines
			? readArray(reader, 'first-lines', new Uint8Array(new SharedArrayBuffer(meta.length)))
			: null,
	};
	const attributes = Object.entries(meta.attributes).map(
		([header, facts]) => [header, readClusterColumn(reader, `attribute:${header}`, facts)] as const,
	);
	return { table, attributes: new Map(attributes), meta };
}
