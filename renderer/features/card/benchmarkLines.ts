import { formatQuantity, quantityOf } from '#shared/charts/formatQuantity.ts';
import type { MetricFacts } from '#shared/metrics/MetricFacts.ts';
import type { NumberRecord } from '#shared/model/numberRecord.ts';
import type { CardLine } from './cardSections.ts';
import { sourceName } from './sourceName.ts';

/** Each benchmark with its source and where the figure stands; ranges of several sources are never merged. */
export function benchmarkLines(record: NumberRecord, facts: MetricFacts, currency: string | null): readonly CardLine[] {
	const quantity = quantityOf(facts, 'value', currency);
	const write = (value: number) => formatQuantity(value, quantity);
	return facts.benchmarks.map(({ label, low, high, source }) => {
		const from = `Source: ${sourceName(source)}.`;
		if (low === null && high === null) {
			return { term: label, text: from };
		}
		const range =
			low === null
				? `up to ${write(high ?? 0)}`
				: high === null
					? `${write(low)} or more`
					: `${write(low)} to ${write(high)}`;
		return { term: label, text: `${range}${place(record.value, low, high)}. ${from}` };
	});
}

function place(value: number | null, low: number | null, high: number | null): string {
	if (value === null) {
		return '';
	}
	return low !== null && value < low
		? '; this figure is below'
		: high !== null && value > high
			? '; this figure is above'
			: '; this figure is within';
}
