import { numbersAt } from './block';

const ZERO: i32 = 48;
const POINT: i32 = 46;
/** The last bytes of a word, by their number. */
const LAST_BYTES = memory.data<u64>([
	0x0000000000000000, 0xff00000000000000, 0xffff000000000000, 0xffffff0000000000, 0xffffffff00000000,
	0xffffffffff000000, 0xffffffffffff0000, 0xffffffffffffff00, 0xffffffffffffffff,
]);

/**
 * Reads four numbers of digits with all the places of the column at once into the numbers of `cell` and the three cells after it. False,
 * with nothing written, where one of them is anything else; see readNumber. `starts` and `ends` are the addresses of the first
 * one's, of the others so many bytes further; `base` and `shift` are to be added to what lies there.
 */
// @ts-ignore: decorators of AssemblyScript
@inline
export function readFourNumbers(
	base: usize,
	shift: i32,
	starts: usize,
	startStride: usize,
	ends: usize,
	endStride: usize,
	cell: i32,
	scale: i32,
): bool {
	const first = base + shift;
	const start0 = first + load<i32>(starts);
	const start1 = first + load<i32>(starts + startStride);
	const start2 = first + load<i32>(starts + 2 * startStride);
	const start3 = first + load<i32>(starts + 3 * startStride);
	const end0 = base + load<i32>(ends);
	const end1 = base + load<i32>(ends + endStride);
	const end2 = base + load<i32>(ends + 2 * endStride);
	const end3 = base + load<i32>(ends + 3 * endStride);
	const point = i32(scale !== 0);
	const digits0 = <i32>(end0 - start0) - point;
	const digits1 = <i32>(end1 - start1) - point;
	const digits2 = <i32>(end2 - start2) - point;
	const digits3 = <i32>(end3 - start3) - point;
	// With the point eight bytes at most. Numbers below 0 are none.
	const fewest = scale + 1;
	const more = <u32>(8 - point - fewest);
	const isOther =
		i32(<u32>(digits0 - fewest) > more) |
		i32(<u32>(digits1 - fewest) > more) |
		i32(<u32>(digits2 - fewest) > more) |
		i32(<u32>(digits3 - fewest) > more) |
		isZeroLed(start0, digits0 > fewest) |
		isZeroLed(start1, digits1 > fewest) |
		isZeroLed(start2, digits2 > fewest) |
		isZeroLed(start3, digits3 > fewest);
	if (isOther) {
		return false;
	}
	// Words that end with the last digit, the last digit in the highest byte.
	let words01 = v128.load64_lane(end1 - 8, v128.load64_zero(end0 - 8), 1);
	let words23 = v128.load64_lane(end3 - 8, v128.load64_zero(end2 - 8), 1);
	let isText = v128.splat<i8>(0);
	if (scale !== 0) {
		const pointByte = i64x2.splat((<u64>0xff) << (56 - (scale << 3)));
		const unlike01 = v128.xor(words01, i8x16.splat(<i8>POINT));
		const unlike23 = v128.xor(words23, i8x16.splat(<i8>POINT));
		isText = v128.and(v128.or(unlike01, unlike23), pointByte);
		const places = i64x2.splat((<u64>-1) << (64 - (scale << 3)));
		words01 = v128.bitselect(words01, i64x2.shl(words01, 8), places);
		words23 = v128.bitselect(words23, i64x2.shl(words23, 8), places);
	}
	const masks01 = v128.load64_lane(lastBytes(digits1), v128.load64_zero(lastBytes(digits0)), 1);
	const masks23 = v128.load64_lane(lastBytes(digits3), v128.load64_zero(lastBytes(digits2)), 1);
	const zeros = i8x16.splat(<i8>ZERO);
	const spelled01 = v128.and(v128.xor(words01, zeros), masks01);
	const spelled23 = v128.and(v128.xor(words23, zeros), masks23);
	const nine = i8x16.splat(9);
	isText = v128.or(isText, v128.or(i8x16.gt_u(spelled01, nine), i8x16.gt_u(spelled23, nine)));
	if (v128.any_true(isText)) {
		return false;
	}
	const fours = i16x8.narrow_i32x4_s(fourDigits(spelled01), fourDigits(spelled23));
	const values = i32x4.dot_i16x8_s(fours, i16x8(10000, 1, 10000, 1, 10000, 1, 10000, 1));
	v128.store(numbersAt + ((<usize>cell) << 2), values);
	return true;
}

// @ts-ignore: decorators of AssemblyScript
@inline
function isZeroLed(start: usize, isLong: bool): i32 {
	return i32(<i32>load<u8>(start) === ZERO) & i32(isLong);
}

// @ts-ignore: decorators of AssemblyScript
@inline
function lastBytes(count: i32): usize {
	return LAST_BYTES + ((<usize>count) << 3);
}

/** Four numbers of four digits, of as many times four bytes that hold a digit each. */
// @ts-ignore: decorators of AssemblyScript
@inline
function fourDigits(digits: v128): v128 {
	const tens = i16x8.mul(v128.and(digits, i16x8.splat(0xff)), i16x8.splat(10));
	const pairs = i16x8.add(tens, i16x8.shr_u(digits, 8));
	return i32x4.dot_i16x8_s(pairs, i16x8(100, 1, 100, 1, 100, 1, 100, 1));
}
