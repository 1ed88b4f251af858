import { assertNever } from '#shared/base/assertNever.ts';
import type { NumberUnit } from '#shared/model/numberRecord.ts';
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

/** Short text of a number, e.g. `+4.1 pp`, `12.3 %`, `−€1.20`. `digits` fixes the decimals, for axes. */
export function formatQuantity(value: number, quantity: Quantity, digits?: number): string {
	const kind = quantityKind(quantity);
	const isHundredfold = kind === 'percent' || kind === 'points';
	const shown = isHundredfold ? value * 100 : value;
	const decimals = digits ?? defaultDigits(shown, kind);
	const text = new Intl.NumberFormat('en', {
		minimumFractionDigits: decimals,
		maximumFractionDigits: decimals,
		signDisplay: isSigned(quantity) ? 'exceptZero' : 'negative',
		...(kind === 'money' && quantity.currency !== null
			? { style: 'currency' as const, currency: quantity.currency, currencyDisplay: 'narrowSymbol' as const }
			: {}),
	})
		.format(shown)
		.replace('-', '−');
	switch (kind) {
		case 'percent':
			return `${text}\u202f%`;
		case 'points':
			return `${text}\u202fpp`;
		case 'money':
		case 'count':
		case 'decimal':
			return text;
		default:
			return assertNever(kind);
	}
}

/** Decimals that leave about three significant digits, and cents for money below a thousand. */
function defaultDigits(value: number, kind: QuantityKind): number {
	const size = Math.abs(value);
	switch (kind) {
		case 'count':
			return 0;
		case 'money':
			return size >= 1000 ? 0 : 2;
		case 'decimal':
			return size >= 100 ? 0 : 2;
		case 'percent':
		case 'points':
			return size >= 99.95 ? 0 : size < 0.995 && size > 0 ? 2 : 1;
		default:
			return assertNever(kind);
	}
}
