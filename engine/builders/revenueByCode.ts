import type { CustomerFrame } from '../frame/CustomerFrame.ts';

/** Revenue per code, one code a customer. Null without orders that say their revenue. Summed in minor units, so that the parts add up. */
export function revenueByCode(
	frame: CustomerFrame,
	codes: Uint8Array | Uint16Array | Int32Array,
	count: number,
): number[] | null {
	const column = frame.derived.has('revenue') && !frame.valueless.has('revenue') ? frame.columns.get('revenue') : null;
	if (column?.kind !== 'number') {
		return null;
	}
	const { values, scale } = column;
	const sums = new Float64Array(count);
	for (let row = 0; row < frame.length; row++) {
		sums[codes[row]!]! += values[row]!;
	}
	return Array.from(sums, (sum) => sum / 10 ** scale);
}
