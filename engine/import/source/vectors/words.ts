const TWO_32 = 2 ** 32;
/** Larger than every high word of a number that a double holds exactly. */
const SAFE_HIGH_WORD = 2 ** 21;

/** Whole numbers of 64 bits as pairs of low and high words; int32 where all fit, null where a double would lose digits. */
export function wholeNumbers(words: Int32Array): Int32Array | Float64Array | null {
	const count = words.length >> 1;
	const values = new Int32Array(count);
	for (let index = 0; index < count; index++) {
		const low = words[2 * index]!;
		if (words[2 * index + 1] !== low >> 31) {
			return wideNumbers(words, count);
		}
		values[index] = low;
	}
	return values;
}

function wideNumbers(words: Int32Array, count: number): Float64Array | null {
	const values = new Float64Array(count);
	for (let index = 0; index < count; index++) {
		const high = words[2 * index + 1]!;
		if (high >= SAFE_HIGH_WORD || high < -SAFE_HIGH_WORD) {
			return null;
		}
		values[index] = high * TWO_32 + (words[2 * index]! >>> 0);
	}
	return values;
}

/**
 * The same divided by 1,000 or 1,000,000 and rounded down. The high word counts 2 ** 32, of which the quotient and the remainder are
 * taken apart, so that every product is exact.
 */
export function dividedNumbers(words: Int32Array, divisor: number): Float64Array {
	const quotient = Math.floor(TWO_32 / divisor);
	const remainder = TWO_32 % divisor;
	const values = new Float64Array(words.length >> 1);
	for (let index = 0; index < values.length; index++) {
		const high = words[2 * index + 1]!;
		values[index] = high * quotient + Math.floor((high * remainder + (words[2 * index]! >>> 0)) / divisor);
	}
	return values;
}
