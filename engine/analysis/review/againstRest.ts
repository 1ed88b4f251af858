import { formatP } from '#shared/charts/formatP.ts';
import { findMetric } from '#shared/metrics/findMetric.ts';
import { formatDifference, formatDifferenceInterval, formatNumber } from '#shared/metrics/formatNumber.ts';
import type { NumberRecord } from '#shared/model/numberRecord.ts';
import type { AnalysisSettings } from '#shared/model/settings.ts';

/** `Conversion rate 12.3 % against 8.1 % in the rest: +4.2 pp (+2.1 pp to +6.3 pp), adjusted p = 0.002.` */
export function againstRest(record: NumberRecord, settings: AnalysisSettings): string {
	const { value, unit, baseline, difference, pAdjusted } = record;
	const own = `${labelOf(record)} ${formatNumber(value, unit, settings)}`;
	if (baseline === null || baseline.value === null || difference === null) {
		return `${own}.`;
	}
	const range = formatDifferenceInterval(difference, unit, settings);
	const p = pAdjusted === null ? '' : `, adjusted ${formatP(pAdjusted)}`;
	return `${own} against ${formatNumber(baseline.value, unit, settings)} in the rest: ${formatDifference(difference.value, unit, settings)} (${range})${p}.${ownOutcome(record)}`;
}

export function labelOf({ metric, name }: NumberRecord): string {
	return findMetric(metric)?.label ?? name;
}

export function isOwnOutcome({ warnings }: NumberRecord): boolean {
	return warnings.some(({ code }) => code === 'own-outcome');
}

function ownOutcome(record: NumberRecord): string {
	return isOwnOutcome(record) ? ' Its own rule or an earlier one decides part of that by definition.' : '';
}
