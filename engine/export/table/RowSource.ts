import type { ColumnType } from '#shared/model/columnType.ts';
import type { Column } from '../../columns/Column.ts';

export interface SourceColumn {
	readonly name: string;
	readonly type: ColumnType;
	/** Decimal places that every value has, 0 except for exact decimals. */
	readonly scale: number;
	/** False for decimals that are plain doubles. */
	readonly isExact: boolean;
	/** Whether whole numbers may be beyond 32 bits. */
	readonly isWide: boolean;
}

/** Rows that can be exported: an imported table, or the customers with their segments. */
export interface RowSource {
	/** What a sheet or table is called. */
	readonly name: string;
	readonly columns: readonly SourceColumn[];
	/** How many rows there are before any filter. */
	readonly rows: number;
	/** Days since 1970-01-01: what `asof` means in a rule. */
	readonly asOfDay: number;
	/** The columns at `positions`, in that order, some ten thousand rows at a time. */
	blocks(positions: readonly number[]): Iterable<readonly Column[]>;
}
