import type { NumberMarks } from './ColumnFormat.ts';
import { MAX_DIGITS } from './parseNumber.ts';

const MINUS = 45;
const SPACE = 32;
const ZERO = 48;
const powersOfTen = Int32Array.of(1, 10, 100, 1000, 10_000, 100_000, 1_000_000);

export type ReadNumber = (bytes: Uint8Array, start: number, end: number) => number;

/**
 * A quick reader of the usual spellings of numbers with marks ("-1.649,18 €") in units of `10 ** -scale`. Like the loop over plain numbers
 * in NumberWriter it gives NaN for anything that parseNumber should look at: shares, brackets, leading zeros, long numbers, uncommon spaces.
 */
export function markedReader({ decimal, group, unit, isShare }: NumberMarks, scale: number): ReadNumber {
	if (isShare) {
		return () => NaN;
	}
	const decimalByte = decimal.charCodeAt(0);
	// Spaces of more than one byte are left to parseNumber.
	const groupByte = group === '' ? -1 : group.charCodeAt(0);
	const units = unit === '' ? [] : [Buffer.from(unit, 'utf8'), ...windows1252Of(unit)];
	return (bytes, start, end) => {
		let at = start;
		let stop = end;
		let isNegative = false;
		if (bytes[at] === MINUS) {
			isNegative = true;
			at++;
		}
		for (const spelled of units) {
			if (holds(bytes, at, stop, spelled)) {
				at += spelled.length;
				at += bytes[at] === SPACE ? 1 : 0;
				break;
			}
			if (holds(bytes, stop - spelled.length, stop, spelled)) {
				stop -= spelled.length;
				stop -= bytes[stop - 1] === SPACE ? 1 : 0;
				break;
			}
		}
		if (!isNegative && bytes[at] === MINUS) {
			isNegative = true;
			at++;
		}
		const firstDigit = at;
		let value = 0;
		let whole = 0;
		let run = 0;
		let hasGroups = false;
		for (; at < stop; at++) {
			const digit = bytes[at]! - ZERO;
			if (digit >>> 0 <= 9) {
				value = value * 10 + digit;
				whole++;
				run++;
			} else if (bytes[at] === groupByte && (hasGroups ? run === 3 : run > 0 && run <= 3)) {
				hasGroups = true;
				run = 0;
			} else {
				break;
			}
		}
		let places = 0;
		if (at < stop && bytes[at] === decimalByte) {
			const mark = at++;
			for (let digit = 0; at < stop && (digit = bytes[at]! - ZERO) >>> 0 <= 9; at++) {
				value = value * 10 + digit;
			}
			places = at - mark - 1;
		}
		const isPlain = at === stop && whole > 0 && whole + scale <= MAX_DIGITS && places <= scale;
		if (!isPlain || (hasGroups && run !== 3) || (whole > 1 && bytes[firstDigit] === ZERO)) {
			return NaN;
		}
		const amount = value * powersOfTen[scale - places]!;
		return isNegative && amount !== 0 ? -amount : amount;
	};
}

function holds(bytes: Uint8Array, from: number, end: number, wanted: Uint8Array): boolean {
	if (from < 0 || from + wanted.length > end) {
		return false;
	}
	for (let at = 0; at < wanted.length; at++) {
		if (bytes[from + at] !== wanted[at]) {
			return false;
		}
	}
	return true;
}

/** The unit as one byte of windows-1252 where that differs from UTF-8. */
function windows1252Of(unit: string): Uint8Array[] {
	if (unit === '€') {
		return [Uint8Array.of(0x80)];
	}
	return /[\u0080-\u00ff]/.test(unit) ? [Buffer.from(unit, 'latin1')] : [];
}
