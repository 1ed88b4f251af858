import type { FrameField } from '#shared/model/frameField.ts';
import type { Column } from '../columns/Column.ts';

/** One row per customer of the base, as of a date. Immutable: another date or another table makes another frame. */
export interface Frame {
	readonly length: number;
	/** Days since 1970-01-01. Only events on or before this day count. */
	readonly asOfDay: number;
	readonly fields: readonly FrameField[];
	readonly columns: ReadonlyMap<string, Column>;
	/** The customer's key as it stands in the files. */
	customerId(row: number): string;
}
