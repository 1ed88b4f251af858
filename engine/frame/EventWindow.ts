import type { EventTable } from './EventTable.ts';

/** Which events count: those whose day is not after the as-of day; all when the table has no dates. */
export interface EventWindow {
	readonly events: EventTable;
	readonly days: Int32Array | null;
	/** Events that do not count: without a date, or after the as-of day. */
	readonly undated: number;
	readonly later: number;
	readonly asOfDay: number;
	/** Customers of the base. */
	readonly rows: number;
}
