/** Digits that every double holds, so that a decimal of as many comes back as it was written. */
const EXACT_DIGITS = 15;
/** The largest power of ten that a double holds exactly. */
const EXACT_POWER = 22;

/** A whole number as a double where that holds it, else as it is. */
export function integerValue(value: bigint): number | bigint {
	const number = Number(value);
	return Number.isSafeInteger(number) ? number : value;
}

/** `unscaled / 10 ** scale`: the number that prints with these digits, or the digits as text where a double would lose some. */
export function decimalValue(unscaled: bigint, scale: number): number | string {
	const number = Number(unscaled);
	if (Math.abs(number) < 10 ** EXACT_DIGITS && scale >= 0 && scale <= EXACT_POWER) {
		// Both are exact, and a division rounds correctly.
		return number / 10 ** scale;
	}
	const digits = (unscaled < 0n ? -unscaled : unscaled).toString();
	if (digits.length <= EXACT_DIGITS) {
		return Number(`${unscaled}e${-scale}`);
	}
	const padded = digits.padStart(scale + 1, '0');
	const point = padded.length - scale;
	const text = scale > 0 ? `${padded.slice(0, point)}.${padded.slice(point)}` : padded + '0'.repeat(-scale);
	return unscaled < 0n ? `-${text}` : text;
}

/** A single-precision number by its shortest decimal: 0.1 and not 0.10000000149011612. */
export function shortSingle(value: number): number {
	const price = Math.round(value * 100) / 100;
	if (Math.abs(price) < 10_000 && Math.fround(price) === value) {
		return price;
	}
	if (!Number.isFinite(value)) {
		return value;
	}
	for (let digits = 6; digits < 9; digits++) {
		const short = Number(value.toPrecision(digits));
		if (Math.fround(short) === value) {
			return short;
		}
	}
	return Number(value.toPrecision(9));
}

/** A time of day as `hh:mm:ss`, with a fraction where there is one. */
export function timeText(milliseconds: number): string | null {
	if (!(milliseconds >= 0 && milliseconds <= 86_400_000)) {
		return null;
	}
	const whole = Math.floor(milliseconds);
	const parts = [Math.floor(whole / 3_600_000), Math.floor(whole / 60_000) % 60, Math.floor(whole / 1000) % 60];
	const fraction = whole % 1000;
	const time = parts.map((part) => String(part).padStart(2, '0')).join(':');
	return fraction === 0 ? time : `${time}.${String(fraction).padStart(3, '0')}`;
}
