import { numbersAt } from './block';
import { eightDigits, leading, nonDigits, ZEROS } from './digits';

const MINUS: i32 = 45;
const POINT: i32 = 46;
const ZERO: i32 = 48;
/** As many digits always fit in an int32. */
const MAX_DIGITS: i32 = 9;
const TENS = memory.data<i32>([1, 10, 100, 1000, 10000]);

/** The decimal places of the number that the bytes spell, which goes into the cell; -1 where they are not plainly one. */
// @ts-ignore: decorators of AssemblyScript
@inline
export function readNumber(start: usize, end: usize, cell: i32, scale: i32): i32 {
	const isNegative = <i32>load<u8>(start) === MINUS;
	const p = start + usize(isNegative);
	const point = end - 1 - scale;
	const digits = <i32>(end - p) - i32(scale !== 0);
	if (digits > scale && digits < 8 && (scale === 0 || <i32>load<u8>(point) === POINT)) {
		// All places of the column, as nearly always: one word that ends with the last digit, the point taken out.
		const word = load<u64>(end - 8) ^ ZEROS;
		const fraction: u64 = scale === 0 ? 0 : (<u64>-1) << (64 - (scale << 3));
		const joined = scale === 0 ? word : (word & fraction) | ((word << 8) & ~fraction);
		const spelled = joined & ((<u64>-1) << (64 - (digits << 3)));
		// One branch that hardly ever happens instead of two, of which the first would be a coin toss.
		const isLeadingZero = i32(digits - scale > 1) & i32(<i32>load<u8>(p) === ZERO);
		if (nonDigits(spelled) | isLeadingZero) {
			return -1;
		}
		const value = eightDigits(spelled, 8);
		store<i32>(numbersAt + (cell << 2), isNegative ? -value : value);
		return scale;
	}
	return readUnevenNumber(p, end, isNegative, cell, scale);
}

/** The same for numbers of other places or of more digits. */
function readUnevenNumber(start: usize, end: usize, isNegative: bool, cell: i32, scale: i32): i32 {
	let p = start;
	const word = load<u64>(p) ^ ZEROS;
	const whole = leading(nonDigits(word));
	let value = eightDigits(word, whole);
	p += whole;
	let read = 0;
	if (p !== end) {
		if (<i32>load<u8>(p) !== POINT) {
			return -1;
		}
		const fraction = (<u64>load<u32>(p, 1)) ^ 0xffffffff30303030;
		read = leading(nonDigits(fraction));
		value = value * load<i32>(TENS + (read << 2)) + eightDigits(fraction, read);
		p += 1 + read;
		if (p !== end || read === 0 || read > scale || whole + read > MAX_DIGITS) {
			return -1;
		}
	}
	if (whole === 0 || (whole > 1 && <i32>load<u8>(start) === ZERO)) {
		return -1;
	}
	store<i32>(numbersAt + (cell << 2), isNegative ? -value : value);
	return read;
}
