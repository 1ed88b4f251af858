import type { MetricFacts } from '#shared/metrics/MetricFacts.ts';
import { NO_VALUE } from '#shared/metrics/formatNumber.ts';
import type { NumberRecord } from '#shared/model/numberRecord.ts';
import { formatQuantity, quantityOf } from './formatQuantity.ts';
import { countsText, isWithheld } from './withheld.ts';

/** A figure as it may be shown: its value, the counts where there is too little behind a percentage, or a dash. */
export function figureText(record: NumberRecord, facts: MetricFacts, currency: string | null): string {
	if (record.value === null) {
		return NO_VALUE;
	}
	return isWithheld(record, 'value')
		? (countsText(record) ?? NO_VALUE)
		: formatQuantity(record.value, quantityOf(facts, 'value', currency));
}
