import { numbersAt } from './block';
import { digitPairs, nonDigits, ZEROS } from './digits';

const MONTH_DAYS = memory.data<u8>([0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]);
const FIRST_YEAR: i32 = 1900;
const MONTHS: i32 = 200 * 12;
/** Day number of the first of each of so many months, and of the month after them. */
const MONTH_STARTS = memory.data((MONTHS + 1) * 4);

for (let month = 0; month <= MONTHS; month++) {
	store<i32>(MONTH_STARTS + (month << 2), dayNumber(FIRST_YEAR + month / 12, (month % 12) + 1, 1));
}

/** 0 where ten bytes spell a day, which goes into the cell as days since 1970-01-01; else -1. */
// @ts-ignore: decorators of AssemblyScript
@inline
export function readDate(start: usize, end: usize, cell: i32, separator: i32): i32 {
	if (end - start !== 10 || <i32>load<u8>(start, 4) !== separator || <i32>load<u8>(start, 7) !== separator) {
		return -1;
	}
	// Year, month and day without the separators between them: one word of eight digits.
	const head = load<u64>(start);
	const word = ((head & 0xffffffff) | ((head & 0x00ffff0000000000) >> 8) | ((<u64>load<u16>(start, 8)) << 48)) ^ ZEROS;
	if (nonDigits(word) !== 0) {
		return -1;
	}
	const pairs = digitPairs(word);
	const year = <i32>(pairs & 0xff) * 100 + <i32>((pairs >> 16) & 0xff);
	const month = <i32>((pairs >> 32) & 0xff);
	const day = <i32>(pairs >> 48);
	const known = (year - FIRST_YEAR) * 12 + month - 1;
	if (<u32>known < <u32>MONTHS && <u32>(month - 1) < 12) {
		// Which of two sums a day takes is a coin toss for the processor; a table has no such turns.
		const first = load<i32>(MONTH_STARTS + (known << 2));
		if (<u32>(day - 1) >= <u32>(load<i32>(MONTH_STARTS + (known << 2), 4) - first)) {
			return -1;
		}
		store<i32>(numbersAt + (cell << 2), first + day - 1);
		return 0;
	}
	if (year === 0 || month < 1 || month > 12 || day < 1) {
		return -1;
	}
	const isLeap = (year & 3) === 0 && (year % 100 !== 0 || year % 400 === 0);
	if (day > <i32>load<u8>(MONTH_DAYS + month) + i32(isLeap && month === 2)) {
		return -1;
	}
	store<i32>(numbersAt + (cell << 2), dayNumber(year, month, day));
	return 0;
}

/** Days since 1970-01-01 of a day of the Gregorian calendar, by the 400 years after which it repeats; years begin in March. */
// @ts-ignore: decorators of AssemblyScript
@inline
function dayNumber(year: i32, month: i32, day: i32): i32 {
	const y = month <= 2 ? year - 1 : year;
	const dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
	return y * 365 + y / 4 - y / 100 + y / 400 + dayOfYear - 719468;
}
