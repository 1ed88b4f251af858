import type { JoinPair } from '#shared/model/joinReport.ts';
import { roleFacts } from '#shared/model/tableRole.ts';
import { canBeKey } from '../columns/KeyTable.ts';
import { readColumn } from '../columns/readRows.ts';
import { normaliseKey, normaliseKeys } from '../import/reshape/normaliseKeys.ts';
import type { Job } from '../job.ts';
import { joinReport, type JoinTable } from '../joins/joinReport.ts';
import type { ProjectStore } from '../store/ProjectStore.ts';
import type { StoredTable } from '../store/StoredTable.ts';

/** Fields by which tables of different roles find each other. */
const joinFields = ['customer_id', 'campaign'] as const;

/**
 * Every pair of tables that share a key, the ones with customers first, or those of one table. Pairs of two event tables are told
 * only where there is no customers table, which is what they meet at otherwise.
 */
export async function tableJoins(
	store: ProjectStore,
	tables: readonly StoredTable[],
	tableId: number | null,
	job: Job,
): Promise<JoinPair[]> {
	const pairs = pairsOf(tables).filter(
		({ left, right }) => tableId === null || left.id === tableId || right.id === tableId,
	);
	const total = pairs.reduce((sum, { left, right }) => sum + left.rowsLoaded + right.rowsLoaded, 0);
	const found: JoinPair[] = [];
	let before = 0;
	for (const { field, left, right } of pairs) {
		let done = before;
		const tick = (rows: number) => job.tick((done += rows), total, `Comparing ${left.name} with ${right.name}`);
		await tick(0);
		const one = keysOf(store, left, field);
		await tick(0);
		const other = keysOf(store, right, field);
		if (one !== null && other !== null) {
			const label = roleFacts(left.mapping.role).fields.find(({ id }) => id === field)?.label ?? field;
			found.push(await joinReport({ id: field, label }, one, other, normaliseKey, tick));
		}
		before += left.rowsLoaded + right.rowsLoaded;
	}
	return found;
}

interface TablePair {
	readonly field: string;
	readonly left: StoredTable;
	readonly right: StoredTable;
}

function pairsOf(tables: readonly StoredTable[]): TablePair[] {
	const hasCustomers = tables.some(({ mapping }) => mapping.role === 'customers');
	const ordered = tables.toSorted((one, other) => rank(one) - rank(other));
	return joinFields.flatMap((field) =>
		ordered.flatMap((left, index) =>
			ordered
				.slice(index + 1)
				.filter((right) => left.mapping.fields[field] !== undefined && right.mapping.fields[field] !== undefined)
				.filter(() => field !== 'customer_id' || !hasCustomers || left.mapping.role === 'customers')
				.map((right) => ({ field, left, right })),
		),
	);
}

function rank({ mapping }: StoredTable): number {
	return mapping.role === 'customers' ? 0 : 1;
}

/** Null where the column cannot hold keys. */
function keysOf(store: ProjectStore, table: StoredTable, field: string): JoinTable | null {
	const { id, name, mapping, columns } = table;
	const position = columns.findIndex(({ summary }) => summary.name === mapping.fields[field]);
	const column = columns[position];
	if (!column) {
		return null;
	}
	const stored = readColumn(store.tables.chunks(id), position, column.storage);
	const forms = field === 'customer_id' ? (mapping.keyForm ?? []) : [];
	// Labels are few; texts get their form batch by batch, as there can be millions.
	const isText = stored.kind === 'text';
	const keys = isText ? stored : normaliseKeys(stored, forms);
	const form = isText && forms.length > 0 ? (key: string) => normaliseKey(key, forms) : null;
	return canBeKey(keys) ? { tableId: id, name, column: column.summary.name, keys, form } : null;
}
