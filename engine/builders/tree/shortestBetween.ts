/**
 * The number with the fewest digits among those from `low` (included) to `high` (excluded), as digits of the rule language: 100 for
 * 97.13 to 104.2. Whole numbers in, for values that a column holds as whole units: the caller divides by its scale.
 */
export function shortestInteger(low: number, high: number): number {
	for (let power = 10 ** 15; power > 1; power /= 10) {
		const candidate = Math.ceil(low / power) * power;
		if (candidate >= low && candidate < high) {
			return candidate === 0 ? 0 : candidate;
		}
	}
	return low;
}

/** The same for doubles. */
export function shortestDecimal(low: number, high: number): string {
	if (low <= 0 && high > 0) {
		return '0';
	}
	for (let exponent = 15; exponent >= -17; exponent--) {
		const digits = decimalText(Math.ceil(shifted(low, -exponent)), exponent);
		const value = Number(digits);
		if (value >= low && value < high) {
			return digits;
		}
	}
	// The exact expansion of a double has at most 1,074 places; the shortest text that reads back as it is written without exponent.
	return plainDigits(low);
}

/** Units of 10 ** -scale as digits: 1250 at scale 2 is `12.5`. */
export function scaledDigits(units: number, scale: number): string {
	return decimalText(units, -scale);
}

function shifted(value: number, exponent: number): number {
	return exponent >= 0 ? value * 10 ** exponent : value / 10 ** -exponent;
}

function decimalText(units: number, exponent: number): string {
	const sign = units < 0 ? '-' : '';
	const digits = plainDigits(Math.abs(units));
	if (exponent >= 0) {
		return digits === '0' ? '0' : sign + digits + '0'.repeat(exponent);
	}
	const padded = digits.padStart(1 - exponent, '0');
	const whole = padded.slice(0, exponent);
	const fraction = padded.slice(exponent).replace(/0+$/, '');
	const text = fraction === '' ? whole : `${whole}.${fraction}`;
	return text === '0' ? '0' : sign + text;
}

function plainDigits(value: number): string {
	const [mantissa = '', exponentText] = String(value).split('e');
	if (exponentText === undefined) {
		return mantissa;
	}
	const sign = mantissa.startsWith('-') ? '-' : '';
	const [whole = '', fraction = ''] = mantissa.replace('-', '').split('.');
	const point = whole.length + Number(exponentText);
	const digits = whole + fraction;
	return point <= 0
		? `${sign}0.${'0'.repeat(-point)}${digits}`
		: sign +
				(point >= digits.length
					? digits + '0'.repeat(point - digits.length)
					: `${digits.slice(0, point)}.${digits.slice(point)}`);
}
