import { complement, type CharacterSet } from '../pattern/characterSet.ts';
import type { Pattern } from '../pattern/Pattern.ts';
import { SqlExportError } from './SqlExportError.ts';

/** How a database writes regular expressions. */
export interface PatternStyle {
	/** Opens a group that is not kept. */
	readonly group: '(?:' | '(';
	/** Any character at all, line ends included. */
	readonly anything: string;
	/** The highest number that a repeat may name. */
	readonly mostRepeats: number;
	/** The first character that a text can hold. */
	readonly firstCodePoint: number;
	/** One character, outside or inside of square brackets. */
	codePoint(codePoint: number): string;
}

/**
 * A pattern as a regular expression of a database. It is written from what the pattern means, character sets and all, so that flags,
 * names of classes and the meaning of `.` and `$` in each database do not matter: only sets, groups, repeats, ^ and $ are used.
 */
export function patternText(pattern: Pattern, style: PatternStyle): string {
	switch (pattern.kind) {
		case 'set':
			return setText(pattern.set, style);
		case 'start':
			return '^';
		case 'end':
			return '$';
		case 'sequence':
			return pattern.parts
				.map((part) => (part.kind === 'choice' ? grouped(part, style) : patternText(part, style)))
				.join('');
		case 'choice':
			return pattern.options.map((option) => patternText(option, style)).join('|');
		case 'repeat': {
			const part = pattern.part.kind === 'set' ? patternText(pattern.part, style) : grouped(pattern.part, style);
			return repeated(part, pattern.least, pattern.most, style);
		}
	}
}

function grouped(pattern: Pattern, style: PatternStyle): string {
	return `${style.group}${patternText(pattern, style)})`;
}

function repeated(part: string, least: number, most: number | null, style: PatternStyle): string {
	const limit = style.mostRepeats;
	if (least > limit) {
		return `${part}{${limit}}${repeated(part, least - limit, most === null ? null : most - limit, style)}`;
	}
	if (most !== null && most > limit) {
		return `${part}{${least},${limit}}${repeated(part, 0, most - limit, style)}`;
	}
	switch (`${least} ${most}`) {
		case '0 null':
			return `${part}*`;
		case '1 null':
			return `${part}+`;
		case '0 1':
			return `${part}?`;
		case '1 1':
			return part;
		default:
			return `${part}{${least}${most === least ? '' : `,${most ?? ''}`}}`;
	}
}

function setText(set: CharacterSet, style: PatternStyle): string {
	const [only] = set;
	if (!only) {
		throw new SqlExportError('The pattern holds square brackets that no character fits. Take them out.');
	}
	if (set.length === 1 && only[0] === only[1]) {
		return style.codePoint(only[0]);
	}
	const others = complement(set);
	if (others.length === 0) {
		return style.anything;
	}
	const isNegated = set.at(-1)![1] > others.at(-1)![1];
	return `[${isNegated ? '^' : ''}${(isNegated ? others : set).map((range) => rangeText(range, style)).join('')}]`;
}

function rangeText([low, high]: CharacterSet[number], style: PatternStyle): string {
	const first = Math.max(low, style.firstCodePoint);
	const [from, to] = [first, high].map((codePoint) => style.codePoint(codePoint));
	return first >= high ? to! : high === first + 1 ? `${from}${to}` : `${from}-${to}`;
}
