import type { NumberFormat, NumberMarks } from './ColumnFormat.ts';
import { decodeMarks } from './decodeMarks.ts';
import type { Misfit } from './FailureLog.ts';

/** Numbers of at most this many digits are exact in a double; longer digit strings are identifiers. */
export const MAX_DIGITS = 15;
export const MAX_SCALE = 6;
const ROUND = '00000000';
/** Digits after a plus from which on it is a telephone number rather than a sign. */
const DIALLED_DIGITS = 7;

/** What needs no closer look. */
const PLAIN = /^-?\d+(?:\.\d+)?$/;
/** Sign, digits, digits after the point, exponent. */
const NUMBER = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,3}))?$/;

export type NumberRule = Pick<NumberFormat, 'scale' | 'isExact' | 'allowsLeadingZeros' | 'marks'>;

/**
 * The number in units of `10 ** -scale`, or why it does not fit. Fine are: spaces around it, a plus sign, fewer places than
 * `scale`, negatives as -1, 1-, (1) and −1, and what the marks of the column allow. The slow and complete twin of the loops in NumberWriter.
 */
export function parseNumber(text: string, rule: NumberRule): number | Misfit {
	const plain = plainSpelling(text, rule.marks);
	const match = plain === null ? null : NUMBER.exec(plain);
	const whole = match?.[2] ?? '';
	const places = match?.[3] ?? '';
	if (plain === null || !match || whole.length + places.length === 0) {
		return { kind: 'other' };
	}
	const isWhole = match[3] === undefined && match[4] === undefined;
	const significant = (whole + places).replace(/^0+/, '').length;
	const isDialled = match[1] === '+' && isWhole && whole.length >= DIALLED_DIGITS;
	const isNamed = (/^0\d/.test(whole) && !rule.allowsLeadingZeros) || isDialled;
	// "12E5" is an article sooner than a number; "1.2e5" and "1e-7" are numbers.
	const isArticle = match[3] === undefined && match[4] !== undefined && /^\d/.test(match[4]) && match[1] === '';
	if (isNamed || isArticle || (significant > MAX_DIGITS && isWhole && !isRound(whole))) {
		return { kind: 'identifier' };
	}
	if (rule.marks?.isShare) {
		return sharePart(whole, places, match, rule);
	}
	if (!rule.isExact) {
		return Number(plain);
	}
	return match[4] === undefined ? inUnits(match[1] === '-', whole, places, rule.scale) : { kind: 'double' };
}

/** Whether a long whole number is an amount rather than a name: 1000000000000000, exact in a double. */
function isRound(whole: string): boolean {
	return whole.length === 16 && whole.endsWith(ROUND) && Number(whole) <= Number.MAX_SAFE_INTEGER;
}

/** Hundredths, by moving the point, so that nothing is rounded. */
function sharePart(whole: string, places: string, match: RegExpExecArray, rule: NumberRule): number | Misfit {
	const padded = whole.padStart(3, '0');
	const [sharedWhole, sharedPlaces] = [padded.slice(0, -2), padded.slice(-2) + places];
	if (!rule.isExact) {
		return Number(`${match[1]}${sharedWhole}.${sharedPlaces}e${match[4] ?? 0}`);
	}
	const needed = sharedPlaces.replace(/0+$/, '').padEnd(Math.min(sharedPlaces.length, rule.scale), '0');
	return match[4] === undefined ? inUnits(match[1] === '-', sharedWhole, needed, rule.scale) : { kind: 'double' };
}

function inUnits(isNegative: boolean, whole: string, places: string, scale: number): number | Misfit {
	const significant = (whole + places).replace(/^0+/, '').length;
	if (significant > MAX_DIGITS || places.length > MAX_SCALE) {
		return { kind: 'double' };
	}
	if (places.length > scale) {
		return { kind: 'decimal', scale: places.length };
	}
	const units = Number(whole + places.padEnd(scale, '0'));
	if (units > Number.MAX_SAFE_INTEGER) {
		return { kind: 'double' };
	}
	return isNegative && units !== 0 ? -units : units;
}

/** Sign, digits, point and exponent of a number without its marks; null where the marks do not allow it. */
export function plainSpelling(text: string, marks: NumberMarks | null): string | null {
	if (marks === null && PLAIN.test(text)) {
		return text;
	}
	const { isNegative, hasPlus, hasUnit, core } = takeOffSigns(decodeMarks(text), marks?.unit ?? '');
	if (core === null || (marks?.isShare && !hasUnit && !/^0+([.,]0*)?$/.test(core))) {
		return null;
	}
	let digits = core;
	if (marks) {
		if (!patternOf(marks).test(core)) {
			return null;
		}
		digits = marks.group === '' ? digits : digits.replaceAll(marks.group, '');
		digits = marks.decimal === ',' ? digits.replace(',', '.') : digits;
	}
	return (isNegative ? '-' : hasPlus ? '+' : '') + digits;
}

interface SignedCore {
	readonly isNegative: boolean;
	readonly hasPlus: boolean;
	readonly hasUnit: boolean;
	/** Null where signs or brackets do not go together. */
	readonly core: string | null;
}

/** Takes sign, brackets and unit off both ends of a trimmed text; unit and sign may stand in either order. */
export function takeOffSigns(text: string, unit: string): SignedCore {
	let core = text;
	let signs = 0;
	let isNegative = false;
	let hasPlus = false;
	let hasUnit = false;
	if (core.startsWith('(') && core.endsWith(')')) {
		core = core.slice(1, -1).trim();
		isNegative = true;
		signs++;
	}
	for (let turn = 0; turn < 2; turn++) {
		if (turn > 0 && signs === 0 && core.startsWith('(') && core.endsWith(')')) {
			core = core.slice(1, -1).trim();
			isNegative = true;
			signs++;
		}
		if (core.startsWith('-') || core.startsWith('+')) {
			isNegative ||= core.startsWith('-');
			hasPlus ||= core.startsWith('+');
			signs++;
			core = core.slice(1).trimStart();
		}
		if (unit !== '' && !hasUnit && startsWithUnit(core, unit)) {
			hasUnit = true;
			core = core.slice(unit.length).trimStart();
		}
	}
	for (let turn = 0; turn < 2; turn++) {
		if (core.endsWith('-')) {
			isNegative = true;
			signs++;
			core = core.slice(0, -1).trimEnd();
		}
		if (unit !== '' && !hasUnit && startsWithUnit(core.slice(-unit.length), unit)) {
			hasUnit = true;
			core = core.slice(0, -unit.length).trimEnd();
		}
	}
	return { isNegative, hasPlus, hasUnit, core: signs > 1 ? null : core };
}

function startsWithUnit(text: string, unit: string): boolean {
	return text.slice(0, unit.length).toUpperCase() === unit.toUpperCase();
}

const patterns = new Map<string, RegExp>();

/** Digits with groups and decimals. Groups are of three digits, those before the last also of two (lakhs) where commas group them. */
function patternOf({ decimal, group }: NumberMarks): RegExp {
	const key = decimal + group;
	const known = patterns.get(key);
	if (known) {
		return known;
	}
	const mark = `\\${decimal}`;
	const exponent = '(?:[eE][+-]?\\d{1,3})?';
	const grouped =
		group === ''
			? ''
			: `|^\\d{1,3}(?:${escaped(group)}\\d{${group === ',' ? '2,3' : '3'}})*${escaped(group)}\\d{3}(?:${mark}\\d*)?$`;
	const pattern = new RegExp(`^(?:\\d+(?:${mark}\\d*)?|${mark}\\d+)${exponent}$${grouped}`);
	patterns.set(key, pattern);
	return pattern;
}

function escaped(mark: string): string {
	return mark === '.' ? '\\.' : mark;
}
