import type { TableMapping } from '#shared/model/tableMapping.ts';
import { isSingleRole } from '#shared/model/tableRole.ts';
import { EngineError } from '#shared/protocol/envelope.ts';
import type { StoredTable } from '../store/StoredTable.ts';

/**
 * A project holds one table per role: a second export of the same kind takes the place of the first. Throws `conflict` where the role of
 * the table `name` is taken by another than `except`, the one that it replaces.
 */
export function requireFreeRole(
	tables: readonly StoredTable[],
	{ role }: TableMapping,
	name: string,
	except: StoredTable | null,
): void {
	const other = tables.find(({ id, mapping }) => mapping.role === role && id !== except?.id);
	if (other && isSingleRole(role)) {
		throw new EngineError(
			'conflict',
			`The project has ${role} already: ${other.name}. Import ${name} in its place, remove ${other.name} first, or choose another role.`,
		);
	}
}
