import type { Problem } from '#shared/model/problem.ts';
import type { Column } from '../columns/Column.ts';
import type { FrameInput } from '../frame/buildFrame.ts';

/** Rows of one event table whose customers are not in the base: kept in their table, left out of every segment. */
export interface UnmatchedRows {
	readonly rows: number;
	readonly customers: number;
	/** What a row is, such as `row` or, where rows were put together, `message`. */
	readonly noun: string;
	/** Their revenue in major units; null where the table has none. */
	readonly revenue: number | null;
}

/** What follows from the tables and their mappings alone, whatever the date: the customer base and the events of its customers. */
export interface ProjectData extends Omit<FrameInput, 'asOfDay'> {
	/** Row of the base of each row of a key column, -1 where its customer is not in the base. */
	readonly rowsOf: (keys: Column) => Int32Array;
	/** By table id; tables of events only. */
	readonly unmatched: ReadonlyMap<number, UnmatchedRows>;
	/** Newest day of any event, or of the sign-up dates where there are no dated events; null without any date. */
	readonly newestDay: number | null;
	readonly problems: readonly Problem[];
}
