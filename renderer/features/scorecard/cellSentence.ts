import { comparisonSentence, intervalText } from '#shared/charts/comparisonSentence.ts';
import { formatQuantity, quantityOf } from '#shared/charts/formatQuantity.ts';
import { estimateOn } from '#shared/charts/liftScale.ts';
import { countsText, isWithheld } from '#shared/charts/withheld.ts';
import type { MetricFacts } from '#shared/metrics/MetricFacts.ts';
import type { NumberRecord } from '#shared/model/numberRecord.ts';
import { sufficiencyWords } from './SufficiencyLight.tsx';

/** One cell read out: the value, how it compares, whether that could be chance, and whether the data carries it. */
export function cellSentence(
	record: NumberRecord,
	facts: MetricFacts,
	segmentName: string,
	currency: string | null,
): string {
	const asValue = quantityOf(facts, 'value', currency);
	if (record.value === null) {
		return `${facts.label} of ${segmentName}: no figure. ${record.reason ?? ''}`.trim();
	}
	if (isWithheld(record, 'value')) {
		const counts = countsText(record);
		return `${facts.label} of ${segmentName}: ${counts === null ? '' : `${counts}. `}Too few to give a percentage.`;
	}
	const own = estimateOn(record, 'value');
	const value = `${facts.label} of ${segmentName}: ${formatQuantity(record.value, asValue)}${own === null ? '' : intervalText(own, asValue)}`;
	const scale = estimateOn(record, 'lift') === null ? 'difference' : 'lift';
	const estimate = estimateOn(record, scale);
	const comparison =
		estimate === null || asValue.isComparison
			? null
			: comparisonSentence({
					record,
					estimate,
					quantity: quantityOf(facts, scale, currency),
					metricLabel: facts.label,
					segmentName,
				});
	const verdict = record.isSignificant === null ? null : record.isSignificant ? 'Beyond chance' : 'Could be chance';
	const light = record.sufficiency === 'enough' ? null : sufficiencyWords[record.sufficiency];
	return [value, comparison, verdict, light, ...record.warnings.map((warning) => warning.message.replace(/\.$/, ''))]
		.filter((part) => part !== null)
		.map((part) => `${part}.`)
		.join(' ');
}
