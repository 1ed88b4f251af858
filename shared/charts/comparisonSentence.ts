import { assertNever } from '#shared/base/assertNever.ts';
import type { Comparison, NumberRecord } from '#shared/model/numberRecord.ts';
import { baselineName } from './baselineWords.ts';
import { formatLevel } from './formatLevel.ts';
import { formatQuantity, type Quantity, quantityKind } from './formatQuantity.ts';

export interface ComparisonSubject {
	readonly record: NumberRecord;
	readonly estimate: Comparison;
	readonly quantity: Quantity;
	readonly metricLabel: string;
	readonly segmentName: string;
}

/**
 * `Conversion rate is 4.1 percentage points higher in Champions than in the rest (95 % interval +2.0 pp to +6.2 pp)`,
 * without the full stop. Describes, and claims no cause (STATISTICS D1, D7).
 */
export function comparisonSentence({
	record,
	estimate,
	quantity,
	metricLabel,
	segmentName,
}: ComparisonSubject): string {
	const direction =
		estimate.value === 0
			? 'the same'
			: `${magnitude(estimate.value, quantity)} ${estimate.value > 0 ? 'higher' : 'lower'}`;
	const link = estimate.value === 0 ? 'as' : 'than';
	const kind = record.baseline?.kind ?? 'rest';
	const verb = `${metricLabel} is ${direction}`;
	switch (kind) {
		case 'control':
			return `In ${segmentName}, ${lowerFirst(verb)} for treatment ${link} for control${intervalText(estimate, quantity)}`;
		case 'rest':
		case 'everyone':
			return `${verb} in ${segmentName} ${link} ${kind === 'rest' ? 'in' : 'for'} ${baselineName(kind)}${intervalText(estimate, quantity)}`;
		default:
			return assertNever(kind);
	}
}

/** The size of a difference in words, without its sign. */
export function magnitude(value: number, quantity: Quantity): string {
	const text = formatQuantity(Math.abs(value), quantity).replace('+', '');
	return quantityKind(quantity) === 'points' ? text.replace(/\u00a0pp$/, ' percentage points') : text;
}

/** ` (95 % interval a to b)`; says which end is open; empty where the method gives none. */
export function intervalText({ low, high, level }: Comparison, quantity: Quantity): string {
	const name = `${formatLevel(level)} interval`;
	if (low === null && high === null) {
		return '';
	}
	if (low === null || high === null) {
		const end =
			low === null ? `up to ${formatQuantity(high ?? 0, quantity)}` : `from ${formatQuantity(low, quantity)} upwards`;
		return ` (${name} ${end})`;
	}
	return ` (${name} ${formatQuantity(low, quantity)} to ${formatQuantity(high, quantity)})`;
}

function lowerFirst(text: string): string {
	return /^[A-Z][a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}
