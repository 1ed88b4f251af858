import type { MeasureMatrix } from './MeasureMatrix.ts';
import { strideOf } from './RunShape.ts';

/** The reference for engine/kernels/assembly/aggregate.ts, and its stand-in where a matrix has no room for it. Adds to `sums` from `offset` on. */
export function addRows(
	matrix: MeasureMatrix,
	codes: Uint8Array,
	from: number,
	to: number,
	sums: Float64Array,
	offset: number,
): void {
	const { values, lanes, products, split } = matrix;
	const stride = strideOf(matrix);
	const lefts = Int32Array.from(products, ([left]) => left);
	const rights = Int32Array.from(products, ([, right]) => right);
	for (let row = from; row < to; row++) {
		const group = split ? codes[row]! * split.count + split.codes[row]! : codes[row]!;
		const run = offset + group * stride;
		const start = row * lanes;
		sums[run]! += 1;
		for (let lane = 0, slot = run + 2; lane < lanes; lane++, slot++) {
			const value = values[start + lane]!;
			sums[slot]! += value;
			sums[slot + lanes]! += value * value;
		}
		for (let product = 0, slot = run + 2 + 2 * lanes; product < lefts.length; product++, slot++) {
			sums[slot]! += values[start + lefts[product]!]! * values[start + rights[product]!]!;
		}
	}
}
