/** Digits as words: eight bytes at a time. */

/** Eight ASCII zeros; a word of digits xored with this holds the values of the digits, the first in the lowest byte. */
export const ZEROS: u64 = 0x3030303030303030;

/** The top bit of every byte above 9, of a word that was xored with ZEROS. Exact up to the first of them. */
// @ts-ignore: decorators of AssemblyScript
@inline
export function nonDigits(word: u64): u64 {
	return ((word + 0x7676767676767676) | word) & 0x8080808080808080;
}

/** Number of bytes before the first whose top bit is set, 8 where none is. */
// @ts-ignore: decorators of AssemblyScript
@inline
export function leading(marks: u64): i32 {
	return <i32>(ctz(marks) >> 3);
}

/** The number that the first `count` digits of a word spell. */
// @ts-ignore: decorators of AssemblyScript
@inline
export function eightDigits(word: u64, count: i32): i32 {
	// A shift by 64 would be one by 0.
	const digits = count === 0 ? 0 : word << ((8 - count) << 3);
	const fours = ((digitPairs(digits) * 6553601) >> 16) & 0x0000ffff0000ffff;
	return <i32>((fours * 42949672960001) >> 32);
}

/** Four numbers of two digits, 16 bits each, the first the lowest. */
// @ts-ignore: decorators of AssemblyScript
@inline
export function digitPairs(digits: u64): u64 {
	return ((digits * 2561) >> 8) & 0x00ff00ff00ff00ff;
}
