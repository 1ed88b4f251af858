import { crc32 } from 'node:zlib';
import type { TableMapping } from '#shared/model/tableMapping.ts';
import type { ClusterSink } from '../import/TableSink.ts';
import type { Connection } from './Connection.ts';

/**
 * Replaces the clustered events of a table in one transaction that spans the writing (see Connection.begin). End it with
 * `finish` or `abandon`.
 */
export class ClusterWriter implements ClusterSink {
	private readonly connection: Connection;
	private readonly tableId: number;

	constructor(connection: Connection, tableId: number) {
		this.connection = connection;
		this.tableId = tableId;
		connection.begin();
		connection.run('DELETE FROM clusters WHERE table_id = ?', [tableId]);
	}

	writeCluster(name: string, part: number, bytes: Uint8Array): void {
		writeClusterPart(this.connection, this.tableId, name, part, bytes);
	}

	finish(mapping: TableMapping): void {
		this.connection.run('UPDATE tables SET clustered_for = ? WHERE id = ?', [JSON.stringify(mapping), this.tableId]);
		this.connection.commit();
	}

	abandon(): void {
		this.connection.rollback();
	}
}

export function writeClusterPart(
	connection: Connection,
	tableId: number,
	name: string,
	part: number,
	bytes: Uint8Array,
): void {
	connection.run('INSERT INTO clusters (table_id, name, part, checksum, data) VALUES (?, ?, ?, ?, ?)', [
		tableId,
		name,
		part,
		crc32(bytes),
		bytes,
	]);
}
