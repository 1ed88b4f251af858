import { formatQuantity } from '#shared/charts/formatQuantity.ts';
import type { MetricFacts } from '#shared/metrics/MetricFacts.ts';
import type { NumberRecord } from '#shared/model/numberRecord.ts';

/** `205 ÷ 1,834`, in the order of the formula; null where the figure is not a fraction. */
export function countedText(
	record: NumberRecord,
	{ shape, unit }: MetricFacts,
	currency: string | null,
): string | null {
	const { numerator, denominator } = record;
	if (numerator === null || denominator === null || shape.kind === 'count' || shape.kind === 'total') {
		return null;
	}
	const money = (value: number) =>
		formatQuantity(value, { unit: 'money', scale: 'value', currency, isComparison: false });
	const count = (value: number) => value.toLocaleString('en', { maximumFractionDigits: 2 });
	const isOfMoney = shape.kind === 'share-of-total';
	return `${unit === 'money' || isOfMoney ? money(numerator) : count(numerator)} ÷ ${isOfMoney ? money(denominator) : count(denominator)}`;
}
