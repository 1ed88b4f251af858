import { assertNever } from '#shared/base/assertNever.ts';
import type { Change } from './change.ts';
import type { Connection } from './Connection.ts';

/** Writes one side of a change. A table that has been purged since is passed over. */
export function applyChange(connection: Connection, change: Change, side: 'before' | 'after'): void {
	switch (change.kind) {
		case 'segmentation':
			connection.run('UPDATE segmentation SET definition = ?', [JSON.stringify(change[side])]);
			return;
		case 'settings':
			connection.run('UPDATE settings SET value = ?', [JSON.stringify(change[side])]);
			return;
		case 'mapping':
			connection.run('UPDATE tables SET mapping = ? WHERE id = ?', [JSON.stringify(change[side]), change.tableId]);
			return;
		case 'table':
			connection.run('UPDATE tables SET state = ? WHERE id = ?', [change[side], change.tableId]);
			return;
		default:
			assertNever(change);
	}
}
