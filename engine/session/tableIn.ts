import { EngineError } from '#shared/protocol/envelope.ts';
import type { StoredTable } from '../store/StoredTable.ts';

/** The table of that id. Throws `not-found`. */
export function tableIn(tables: readonly StoredTable[], tableId: number): StoredTable {
	const table = tables.find(({ id }) => id === tableId);
	if (!table) {
		throw new EngineError('not-found', `There is no table ${tableId} in this project. It may have been removed.`);
	}
	return table;
}
