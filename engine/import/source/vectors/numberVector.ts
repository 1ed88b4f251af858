import type { NumberMeaning, NumberVector } from './SourceVector.ts';

const MAX_DAY = 100_000_000;
/** Beyond these a value has no form in a vector: too many digits, or no day of a calendar. */
const LIMITS: Readonly<Record<NumberMeaning, number>> = {
	integer: Infinity,
	decimal: 1e15 - 1,
	double: Infinity,
	date: MAX_DAY,
	timestamp: MAX_DAY * 86_400_000,
	boolean: 1,
};

/**
 * A vector of the values, in which NaN and the infinities are no value, and the number of those that are. Null where a value has no
 * form in a vector.
 */
export function numberVector(
	meaning: NumberMeaning,
	scale: number,
	values: Int32Array | Float64Array,
	nulls: Uint8Array | null,
): { readonly vector: NumberVector; readonly lost: number } | null {
	if (values instanceof Int32Array && LIMITS[meaning] >= 2 ** 31) {
		return { vector: { kind: 'numbers', meaning, scale, values, nulls }, lost: 0 };
	}
	const limit = LIMITS[meaning];
	let flags = nulls;
	let lost = 0;
	for (let row = 0; row < values.length; row++) {
		const value = values[row]!;
		if (Math.abs(value) <= limit && Math.abs(value) < Infinity) {
			continue;
		}
		if (flags?.[row] === 1) {
			continue;
		}
		if (Number.isFinite(value)) {
			return null;
		}
		if (lost === 0) {
			flags = nulls ? nulls.slice() : new Uint8Array(values.length);
		}
		lost++;
		flags?.fill(1, row, row + 1);
	}
	return { vector: { kind: 'numbers', meaning, scale, values, nulls: flags }, lost };
}
