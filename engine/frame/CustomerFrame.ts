import type { Problem } from '#shared/model/problem.ts';
import type { Column } from '../columns/Column.ts';
import type { Frame } from './Frame.ts';

/** Arm of a customer as the kernels count it. */
export const NO_ARM = 0;
export const TREATMENT = 1;
export const CONTROL = 2;
export const BOTH_ARMS = 3;
export const ARM_CODES = 4;

/**
 * What customers did in the campaigns that have arms: rows whose arm is neither treatment nor control (a newsletter, say) are
 * left out, or they would blur the comparison. Null where the table lacks the column.
 */
export interface ArmOutcomes {
	/** Conversions per customer. */
	readonly conversions: Int32Array | null;
	/** Revenue per customer in units of 10 ** -scale. */
	readonly revenue: { readonly values: Float64Array; readonly scale: number } | null;
}

/** The frame with what metrics need beside the fields that rules see. */
export interface CustomerFrame extends Frame {
	/** One of the four codes per customer, on shared memory; null when the data has no arms. */
	readonly arms: Uint8Array<SharedArrayBuffer> | null;
	/** Null without arms. */
	readonly armOutcomes: ArmOutcomes | null;
	/** Campaign rows per customer that count as of the date, on shared memory; null without a recipients table. */
	readonly recipientRows: Int32Array<SharedArrayBuffer> | null;
	/** Derived fields only: what a metric reads. An attribute that a user calls `revenue` is not among them. */
	readonly derived: ReadonlySet<string>;
	/** Derived fields behind which no event holds a value: their zeros say nothing, so metrics on them have no value. */
	readonly valueless: ReadonlySet<string>;
	/** The segment that another system has each customer in; absent or null where no column is mapped to it. */
	readonly tag?: Column | null;
	/** What says who can be written to; absent or null where nothing does. */
	readonly reachBasis?: 'consent' | 'address' | null;
	readonly problems: readonly Problem[];
}
