/** Conditions and first matches, 64 rows at a time. Each function has its twin in TypeScript: see the files that call them. */

/** A byte with one bit for each of the lanes 0 to 7, twice. */
const BITS: usize = memory.data<u8>([1, 2, 4, 8, 16, 32, 64, 128, 1, 2, 4, 8, 16, 32, 64, 128], 16);

/** Bits of the rows whose number, a byte, lies in low .. high; `rows` is filled up to 64. */
export function inBytes(values: usize, rows: i32, low: i32, high: i32, bits: usize): void {
	const lowest = i8x16.splat(<i8>low);
	const highest = i8x16.splat(<i8>high);
	for (let row = 0; row < rows; row += 64, bits += 8) {
		let word: u64 = 0;
		for (let shift: u64 = 0; shift < 64; shift += 16, values += 16) {
			const value = v128.load(values);
			const found = v128.and(i8x16.ge_u(value, lowest), i8x16.le_u(value, highest));
			word |= (<u64>i8x16.bitmask(found)) << shift;
		}
		store<u64>(bits, word);
	}
}

/** The same for numbers of 16 bits without a sign. */
export function inShorts(values: usize, rows: i32, low: i32, high: i32, bits: usize): void {
	const lowest = i16x8.splat(<i16>low);
	const highest = i16x8.splat(<i16>high);
	for (let row = 0; row < rows; row += 64, bits += 8) {
		let word: u64 = 0;
		for (let shift: u64 = 0; shift < 64; shift += 16, values += 32) {
			const first = v128.load(values);
			const second = v128.load(values, 16);
			const found = i8x16.narrow_i16x8_s(
				v128.and(i16x8.ge_u(first, lowest), i16x8.le_u(first, highest)),
				v128.and(i16x8.ge_u(second, lowest), i16x8.le_u(second, highest)),
			);
			word |= (<u64>i8x16.bitmask(found)) << shift;
		}
		store<u64>(bits, word);
	}
}

/** The same for whole numbers of 32 bits. */
export function inWholes(values: usize, rows: i32, low: i32, high: i32, bits: usize): void {
	const lowest = i32x4.splat(low);
	const highest = i32x4.splat(high);
	for (let row = 0; row < rows; row += 64, bits += 8) {
		let word: u64 = 0;
		for (let shift: u64 = 0; shift < 64; shift += 16, values += 64) {
			const first = i16x8.narrow_i32x4_s(
				within(v128.load(values), lowest, highest),
				within(v128.load(values, 16), lowest, highest),
			);
			const second = i16x8.narrow_i32x4_s(
				within(v128.load(values, 32), lowest, highest),
				within(v128.load(values, 48), lowest, highest),
			);
			word |= (<u64>i8x16.bitmask(i8x16.narrow_i16x8_s(first, second))) << shift;
		}
		store<u64>(bits, word);
	}
}

/** The same for 64-bit numbers with fractions; NaN lies in no range. */
export function inReals(values: usize, rows: i32, low: f64, high: f64, bits: usize): void {
	const lowest = f64x2.splat(low);
	const highest = f64x2.splat(high);
	for (let row = 0; row < rows; row += 64, bits += 8) {
		let word: u64 = 0;
		for (let shift: u64 = 0; shift < 64; shift += 2, values += 16) {
			const value = v128.load(values);
			word |= (<u64>i64x2.bitmask(v128.and(f64x2.ge(value, lowest), f64x2.le(value, highest)))) << shift;
		}
		store<u64>(bits, word);
	}
}

/** Bits of the rows whose code has 255 in the table, which is filled up to 16 codes. */
export function inTable(codes: usize, rows: i32, table: usize, size: i32, bits: usize): void {
	for (let row = 0; row < rows; row += 64, bits += 8) {
		let word: u64 = 0;
		for (let shift: u64 = 0; shift < 64; shift += 16, codes += 16) {
			// A code outside of the 16 at hand picks nothing.
			let left = v128.load(codes);
			let found = i8x16.swizzle(v128.load(table), left);
			for (let from = 16; from < size; from += 16) {
				left = i8x16.sub(left, i8x16.splat(16));
				found = v128.or(found, i8x16.swizzle(v128.load(table + <usize>from), left));
			}
			word |= (<u64>i8x16.bitmask(found)) << shift;
		}
		store<u64>(bits, word);
	}
}

/**
 * From the rows where a condition holds: those where it is true, and those where it is false. It is neither for those of `nulls` (address 0
 * where there are none).
 */
export function decide(isTrue: usize, isFalse: usize, nulls: usize, words: i32): void {
	const bytes = <usize>words << 3;
	if (nulls == 0) {
		for (let at: usize = 0; at < bytes; at += 16) {
			v128.store(isFalse + at, v128.not(v128.load(isTrue + at)));
		}
		return;
	}
	for (let at: usize = 0; at < bytes; at += 16) {
		const holds = v128.load(isTrue + at);
		const unknown = v128.load(nulls + at);
		v128.store(isTrue + at, v128.andnot(holds, unknown));
		v128.store(isFalse + at, v128.not(v128.or(holds, unknown)));
	}
}

/** Kleene's and of two conditions, into the first; his or where true and false change places. */
export function conjoin(isTrue: usize, isFalse: usize, otherTrue: usize, otherFalse: usize, words: i32): void {
	for (let at: usize = 0; at < <usize>words << 3; at += 16) {
		v128.store(isTrue + at, v128.and(v128.load(isTrue + at), v128.load(otherTrue + at)));
		v128.store(isFalse + at, v128.or(v128.load(isFalse + at), v128.load(otherFalse + at)));
	}
}

/**
 * Gives the rows for which a rule is true and that are free to the rule: clears them in `free` and sets them in the planes of the bits
 * of `code`, which lie behind each other, the lowest bit first; rows that are free, not taken and not false are added to `open`. Adds to
 * three counts of 32 bits: rows taken, rows true, rows left open.
 */
export function take(
	isTrue: usize,
	isFalse: usize,
	free: usize,
	open: usize,
	planes: usize,
	planeBytes: usize,
	code: i32,
	words: i32,
	counts: usize,
): void {
	let people = 0;
	let matches = 0;
	let unknowns = 0;
	for (let at = 0; at < words << 3; at += 8) {
		const unclaimed = load<u64>(free + at);
		const all = load<u64>(isTrue + at);
		const taken = all & unclaimed;
		const unknown = unclaimed & ~load<u64>(isFalse + at) & ~taken;
		if (unknown != 0) {
			unknowns += <i32>popcnt(unknown);
			store<u64>(open + at, load<u64>(open + at) | unknown);
		}
		if (all == 0) {
			continue;
		}
		matches += <i32>popcnt(all);
		people += <i32>popcnt(taken);
		store<u64>(free + at, unclaimed ^ taken);
		for (let left = code, plane = planes + at; left != 0; left >>= 1, plane += planeBytes) {
			if (left & 1) {
				store<u64>(plane, load<u64>(plane) | taken);
			}
		}
	}
	store<i32>(counts, load<i32>(counts) + people);
	store<i32>(counts, load<i32>(counts, 4) + matches, 4);
	store<i32>(counts, load<i32>(counts, 8) + unknowns, 8);
}

/** Writes the code of each row, a byte, from the planes of its bits. */
export function writeCodes(planes: usize, planeBytes: usize, planeCount: i32, words: i32, codes: usize): void {
	const bitOfLane = v128.load(BITS);
	for (let part = 0; part < words << 3; part += 2, codes += 16) {
		let code = i8x16.splat(0);
		for (let plane = 0; plane < planeCount; plane++) {
			const bits = i16x8.splat(load<i16>(planes + planeBytes * plane + part));
			const bytes = i8x16.shuffle(bits, bits, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1);
			const isSet = i8x16.eq(v128.and(bytes, bitOfLane), bitOfLane);
			code = v128.or(code, v128.and(isSet, i8x16.splat(<i8>(<i32>1 << plane))));
		}
		v128.store(codes, code);
	}
}

/** Number of rows that are set in both. */
export function countBoth(left: usize, right: usize, words: i32): i32 {
	let count = 0;
	for (let at = 0; at < words << 3; at += 8) {
		count += <i32>popcnt(load<u64>(left + at) & load<u64>(right + at));
	}
	return count;
}

// @ts-ignore: decorators of AssemblyScript
@inline
function within(value: v128, lowest: v128, highest: v128): v128 {
	return v128.and(i32x4.ge_s(value, lowest), i32x4.le_s(value, highest));
}
