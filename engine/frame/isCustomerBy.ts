import { bitAt } from './bitmap.ts';
import type { CustomerFrame } from './CustomerFrame.ts';

/**
 * Whether the customer of a row was one by the day of a frame: signed up or ordered on or before it. Who did neither by the day of any
 * of the `later` frames is taken for a customer all along, as the scorecard does, since nothing says when that began.
 */
export function isCustomerBy(frame: CustomerFrame, later: readonly CustomerFrame[]): (row: number) => boolean {
	const unknown = withoutStart(frame);
	if (unknown === null) {
		return () => true;
	}
	const ever = later.map(withoutStart);
	return (row) => !bitAt(unknown, row) || ever.every((nulls) => nulls !== null && bitAt(nulls, row));
}

/** Null where everybody has a start, or nobody has by lack of dates. */
function withoutStart({ columns, derived }: CustomerFrame) {
	return derived.has('tenure_days') ? (columns.get('tenure_days')?.nulls ?? null) : null;
}
