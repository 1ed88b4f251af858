import { assertNever } from '#shared/base/assertNever.ts';
import type { NumberUnit } from '#shared/model/numberRecord.ts';
import { formatDifference, formatNumber } from '#shared/metrics/formatNumber.ts';
import type { MetricFacts } from '#shared/metrics/MetricFacts.ts';
import type { LiftScale } from './liftScale.ts';

/** What a number means and how it is written: the metric's unit, seen on one scale. */
export interface Quantity {
	readonly unit: NumberUnit;
	readonly scale: LiftScale;
	/** ISO code; null prints money without a symbol. */
	readonly currency: string | null;
	/** The metric is a difference or a lift itself (treatment against control), so that zero means no effect. */
	readonly isComparison: boolean;
}

export function quantityOf(
	{ unit, shape }: Pick<MetricFacts, 'unit' | 'shape'>,
	scale: LiftScale,
	currency: string | null,
): Quantity {
	return { unit, scale, currency, isComparison: shape.kind === 'arm-rate' || shape.kind === 'arm-mean' };
}

/** How a number of this quantity is written beside its figure, and how it is called in a sentence. */
export type QuantityKind = 'percent' | 'points' | 'money' | 'count' | 'decimal';

/** Differences between shares or between relative lifts are percentage points; a lift is a percentage. */
export function quantityKind({ unit, scale }: Quantity): QuantityKind {
	if (scale === 'lift') {
		return 'percent';
	}
	switch (unit) {
		case 'share':
		case 'relative':
			return scale === 'difference' ? 'points' : 'percent';
		case 'money':
			return 'money';
		case 'people':
			return 'count';
		case 'orders':
			return 'decimal';
		default:
			return assertNever(unit);
	}
}

/** Whether numbers of this quantity carry a plus sign: everything that is measured from a baseline. */
export function isSigned({ scale, isComparison }: Quantity): boolean {
	return scale !== 'value' || isComparison;
}

/** Text of a number as everywhere in the product, e.g. `+4.1 pp`, `12.3 %`, `-€1.20`. */
export function formatQuantity(value: number, { unit, scale, currency, isComparison }: Quantity): string {
	const format = { currency };
	switch (scale) {
		case 'lift':
			return formatNumber(value, 'relative', format);
		case 'difference':
			return formatDifference(value, unit, format);
		case 'value':
			return isComparison && unit !== 'relative'
				? formatDifference(value, unit, format)
				: formatNumber(value, unit, format);
		default:
			return assertNever(scale);
	}
}

/** Text of a mark on an axis in display units (per cent, not shares), with the decimals that its step needs. */
export function formatTick(shown: number, quantity: Quantity, digits: number): string {
	const kind = quantityKind(quantity);
	const text = new Intl.NumberFormat('en', {
		minimumFractionDigits: digits,
		maximumFractionDigits: digits,
		signDisplay: isSigned(quantity) ? 'exceptZero' : 'negative',
		...(kind === 'money' && quantity.currency !== null ? { style: 'currency', currency: quantity.currency } : {}),
	}).format(shown);
	switch (kind) {
		case 'percent':
			return `${text}\u00a0%`;
		case 'points':
			return `${text}\u00a0pp`;
		case 'money':
		case 'count':
		case 'decimal':
			return text;
		default:
			return assertNever(kind);
	}
}
