import type { Misfit } from './FailureLog.ts';

/** Numbers of at most this many digits are exact in a double; longer digit strings are identifiers. */
export const MAX_DIGITS = 15;
export const MAX_SCALE = 6;

/** Sign, digits, digits after the point, exponent. */
const NUMBER = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,3}))?$/;
const GROUPED = /^[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/;

export interface NumberRule {
	readonly scale: number;
	readonly isExact: boolean;
	readonly allowsLeadingZeros: boolean;
	readonly hasThousands: boolean;
}

/**
 * The number in units of `10 ** -scale`, or why it does not fit. Spaces around it, a plus sign, and fewer places than
 * `scale` are fine. The slow and complete twin of the loops in NumberWriter.
 */
export function parseNumber(text: string, rule: NumberRule): number | Misfit {
	const trimmed = text.trim();
	const plain = rule.hasThousands && GROUPED.test(trimmed) ? trimmed.replaceAll(',', '') : trimmed;
	const match = NUMBER.exec(plain);
	const whole = match?.[2] ?? '';
	const places = match?.[3] ?? '';
	if (!match || whole.length + places.length === 0) {
		return { kind: 'other' };
	}
	const isIdentifier = /^0\d/.test(whole) && !rule.allowsLeadingZeros;
	const significant = (whole + places).replace(/^0+/, '').length;
	if (isIdentifier || (significant > MAX_DIGITS && match[3] === undefined && match[4] === undefined)) {
		return { kind: 'identifier' };
	}
	if (!rule.isExact) {
		return Number(plain);
	}
	if (match[4] !== undefined || significant > MAX_DIGITS || places.length > MAX_SCALE) {
		return { kind: 'double' };
	}
	if (places.length > rule.scale) {
		return { kind: 'decimal', scale: places.length };
	}
	const units = Number(whole + places.padEnd(rule.scale, '0'));
	if (units > Number.MAX_SAFE_INTEGER) {
		return { kind: 'double' };
	}
	return match[1] === '-' && units !== 0 ? -units : units;
}
