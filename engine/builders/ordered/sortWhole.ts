const BITS = 11;
const BUCKETS = 2 ** BITS;

/** Whole numbers of 0 to 2^32 - 1 in ascending order, in place or in `spare` of the same length: three passes of a radix sort. */
export function sortWhole(numbers: Uint32Array, spare: Uint32Array, highest: number): Uint32Array {
	let [from, to] = [numbers, spare];
	for (let shift = 0; shift < 32 && highest >= 2 ** shift; shift += BITS) {
		const starts = new Int32Array(BUCKETS + 1);
		for (let index = 0; index < from.length; index++) {
			starts[((from[index]! >>> shift) & (BUCKETS - 1)) + 1]!++;
		}
		for (let bucket = 0; bucket < BUCKETS; bucket++) {
			starts[bucket + 1]! += starts[bucket]!;
		}
		for (let index = 0; index < from.length; index++) {
			const number = from[index]!;
			to[starts[(number >>> shift) & (BUCKETS - 1)]!++] = number;
		}
		[from, to] = [to, from];
	}
	return from;
}
