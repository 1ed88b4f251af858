import type { IdentityReport } from '#shared/model/tableQuality.ts';
import type { EventTable } from '../frame/EventTable.ts';

interface SeenIn {
	readonly tableId: number;
	readonly name: string;
	readonly events: Pick<EventTable, 'baseRows'>;
}

/** In which tables of events each customer of the base occurs (F46). At most 30 tables. */
export function identityReport(customers: number, tables: readonly SeenIn[]): IdentityReport {
	const seen = new Int32Array(customers);
	const rows = tables.map(({ tableId, name, events }, table) => {
		let matched = 0;
		for (const row of events.baseRows) {
			if (row >= 0) {
				matched++;
				seen[row]! |= 1 << table;
			}
		}
		return { tableId, name, customers: events.baseRows.length, matched };
	});
	const counts = new Map<number, number>();
	for (const set of seen) {
		counts.set(set, (counts.get(set) ?? 0) + 1);
	}
	const combinations = [...counts]
		.map(([set, count]) => ({
			tableIds: tables.flatMap(({ tableId }, table) => ((set & (1 << table)) === 0 ? [] : [tableId])),
			customers: count,
		}))
		.sort((left, right) => right.customers - left.customers || left.tableIds.length - right.tableIds.length);
	return { customers, tables: rows, combinations };
}
