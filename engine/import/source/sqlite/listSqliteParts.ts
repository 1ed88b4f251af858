import { ForeignDatabase, type SchemaEntry } from '../../../store/ForeignDatabase.ts';
import type { TablePart } from '../TablePart.ts';

/** Tables first, then views; virtual tables are left out, since reading them runs code of their modules. */
export function listSqliteParts(path: string): Promise<TablePart[]> {
	const database = new ForeignDatabase(path);
	try {
		return Promise.resolve(
			readableEntries(database.entries()).map(({ name, type }) => ({
				name,
				state: 'visible',
				rows: type === 'table' ? database.countRows(name) + 1 : null,
			})),
		);
	} finally {
		database.close();
	}
}

/**
 * Entries whose reading comes to an end: a view that calls itself (a recursive WITH) may never give its first row, and
 * nothing can stop SQLite within a row. Views that stand on such a view are left out with it.
 */
export function readableEntries(entries: readonly SchemaEntry[]): SchemaEntry[] {
	const isVirtual = ({ sql }: SchemaEntry) => /^\s*create\s+virtual\s/i.test(sql ?? '');
	const tables = entries.filter((entry) => entry.type === 'table' && !isVirtual(entry));
	const virtual = entries.filter(isVirtual).map(({ name }) => name);
	// A virtual table keeps its content in shadow tables that are named after it.
	const own = tables.filter(({ name }) => !virtual.some((stem) => name.startsWith(`${stem}_`)));
	const views = entries.filter(({ type }) => type === 'view');
	const refused = new Set(virtual);
	for (const { name, sql } of views) {
		if (/\bwith\b[\s\S]*\bunion\b/i.test(sql ?? '')) {
			refused.add(name);
		}
	}
	for (let before = -1; before !== refused.size;) {
		before = refused.size;
		for (const { name, sql } of views) {
			if ([...refused].some((other) => other !== name && sql?.toLowerCase().includes(other.toLowerCase()))) {
				refused.add(name);
			}
		}
	}
	return [...own, ...views.filter(({ name }) => !refused.has(name))];
}
