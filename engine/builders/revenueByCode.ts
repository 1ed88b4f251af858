import type { CustomerFrame } from '../frame/CustomerFrame.ts';

/** Sums in minor units, whose parts add up exactly; divided by `unit` they are whole units of money. */
export interface RevenueSums {
	readonly minor: Float64Array;
	readonly unit: number;
}

/** Revenue per code, one code a customer, below `count`. Null without orders that say their revenue. */
export function revenueByCode(
	frame: CustomerFrame,
	codes: Uint8Array | Uint16Array | Int32Array,
	count: number,
): RevenueSums | null {
	const column = frame.derived.has('revenue') && !frame.valueless.has('revenue') ? frame.columns.get('revenue') : null;
	if (column?.kind !== 'number') {
		return null;
	}
	const { values, scale } = column;
	const minor = new Float64Array(count);
	for (let row = 0; row < frame.length; row++) {
		minor[codes[row]!]! += values[row]!;
	}
	return { minor, unit: 10 ** scale };
}
