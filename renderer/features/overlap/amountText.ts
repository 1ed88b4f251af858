import { counted } from '#shared/base/counted.ts';
import type { OverlapAmount } from '#shared/model/segmentOverlap.ts';
import { formatNumber } from '#shared/metrics/formatNumber.ts';
import { format } from '../../ui/format.ts';
import type { Measure } from './overlapState.ts';

/** A figure in a cell: people, or revenue in whole units where it is large. */
export function amountText(amount: OverlapAmount, measure: Measure, currency: string | null): string {
	return measure === 'people' ? format.count(amount.people) : formatNumber(amount.revenue, 'money', { currency });
}

/** `1,234 customers, €12,345.67`. */
export function wholeAmount({ people, revenue }: OverlapAmount, currency: string | null): string {
	const who = counted(people, 'customer');
	return revenue === null ? who : `${who}, ${formatNumber(revenue, 'money', { currency })}`;
}

export function valueOf({ people, revenue }: OverlapAmount, measure: Measure): number {
	return measure === 'people' ? people : (revenue ?? 0);
}
