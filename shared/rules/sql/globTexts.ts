import { complement, type CharacterSet } from '../pattern/characterSet.ts';
import type { Pattern } from '../pattern/Pattern.ts';
import { SqlExportError } from './SqlExportError.ts';

type Piece = CharacterSet | 'start' | 'end';

const MAX_ALTERNATIVES = 100;
const REFUSAL =
	'SQLite has no regular expressions, only lists of characters in a row, so this “matches” cannot be written for it.';

/**
 * SQLite's GLOB patterns of which at least one fits exactly where the pattern is found: repeats are written out. Throws SqlExportError
 * where a part may repeat without end in the midst of others, or where there would be too many.
 */
export function globTexts(pattern: Pattern): string[] {
	const found = alternatives(pattern, true, true).flatMap((pieces) => globText(pieces) ?? []);
	if (found.length === 0) {
		throw new SqlExportError(`${REFUSAL} It cannot be found in any text.`);
	}
	return [...new Set(found)];
}

/** `isFirst`: whatever stands before does not matter, so that one more or less of a repeat at the beginning does not either. */
function alternatives(pattern: Pattern, isFirst: boolean, isLast: boolean): (readonly Piece[])[] {
	switch (pattern.kind) {
		case 'set':
			return [[pattern.set]];
		case 'start':
		case 'end':
			return [[pattern.kind]];
		case 'choice':
			return limited(pattern.options.flatMap((option) => alternatives(option, isFirst, isLast)));
		case 'sequence':
			return pattern.parts.reduce(
				(found: (readonly Piece[])[], part, index) =>
					crossed(found, alternatives(part, isFirst && index === 0, isLast && index === pattern.parts.length - 1)),
				[[]],
			);
		case 'repeat': {
			const { least, most } = pattern;
			if (most === null && !isFirst && !isLast) {
				throw new SqlExportError(`${REFUSAL} A part of it may repeat without end.`);
			}
			const once = alternatives(pattern.part, false, false);
			let copies: (readonly Piece[])[] = [[]];
			const found: (readonly Piece[])[] = least === 0 ? [[]] : [];
			for (let count = 1; count <= (most ?? least); count++) {
				copies = crossed(copies, once);
				found.push(...(count >= least ? copies : []));
				limited(found);
			}
			return found;
		}
	}
}

function crossed(before: readonly (readonly Piece[])[], after: readonly (readonly Piece[])[]): (readonly Piece[])[] {
	return limited(before.flatMap((head) => after.map((tail) => [...head, ...tail])));
}

function limited<T>(found: T[]): T[] {
	if (found.length > MAX_ALTERNATIVES) {
		throw new SqlExportError(`${REFUSAL} Written out it would be more than ${MAX_ALTERNATIVES} lists.`);
	}
	return found;
}

/** Null where ^ stands behind a character or $ before one: that is never found. */
function globText(pieces: readonly Piece[]): string | null {
	const sets = pieces.filter((piece) => piece !== 'start' && piece !== 'end');
	const firstSet = pieces.findIndex((piece) => piece !== 'start' && piece !== 'end');
	const lastSet = pieces.findLastIndex((piece) => piece !== 'start' && piece !== 'end');
	const starts = pieces.flatMap((piece, index) => (piece === 'start' ? [index] : []));
	const ends = pieces.flatMap((piece, index) => (piece === 'end' ? [index] : []));
	const isImpossible =
		sets.length > 0 && (starts.some((index) => index > firstSet) || ends.some((index) => index < lastSet));
	if (isImpossible || sets.some((set) => set.length === 0)) {
		return null;
	}
	const middle = sets.map(setText).join('');
	const open = starts.length > 0 ? '' : '*';
	const close = ends.length > 0 ? '' : '*';
	return middle === '' && open !== close ? '*' : `${open}${middle}${close}`;
}

function setText(set: CharacterSet): string {
	const others = complement(set);
	if (others.length === 0) {
		return '?';
	}
	const isNegated = set.at(-1)![1] > others.at(-1)![1];
	const listed = isNegated ? others : set;
	const [only] = listed;
	if (!isNegated && listed.length === 1 && only && only[0] === only[1] && !'*?['.includes(letter(only[0]))) {
		return letter(only[0]);
	}
	return `[${isNegated ? '^' : ''}${classText(listed)}]`;
}

/** GLOB has no escapes: a closing bracket has to come first, a hyphen last, and a ^ not first. */
function classText(set: CharacterSet): string {
	const special = [0x5d, 0x5e, 0x2d];
	const apart = special.filter((codePoint) => set.some(([low, high]) => low <= codePoint && codePoint <= high));
	const ranges = special.reduce(
		(rest: CharacterSet, codePoint) => rest.flatMap((range) => withoutEnd(range, codePoint)),
		set,
	);
	const text = ranges.map(([low, high]) => rangeText(Math.max(low, 1), high)).join('');
	const [hasBracket, hasCaret, hasHyphen] = special.map((codePoint) => apart.includes(codePoint));
	const lead = hasBracket ? ']' : '';
	const isCaretFirst = lead + text === '';
	if (hasCaret && isCaretFirst && !hasHyphen) {
		return '^-^';
	}
	return isCaretFirst && hasCaret ? '-^' : `${lead}${text}${hasCaret ? '^' : ''}${hasHyphen ? '-' : ''}`;
}

function rangeText(low: number, high: number): string {
	return low > high ? '' : low === high ? letter(low) : `${letter(low)}-${letter(high)}`;
}

/** The range without that character, where it begins or ends there; inside of a range it does no harm. */
function withoutEnd([low, high]: CharacterSet[number], codePoint: number): CharacterSet {
	const from = low === codePoint ? low + 1 : low;
	const to = high === codePoint ? high - 1 : high;
	return from > to ? [] : [[from, to]];
}

function letter(codePoint: number): string {
	return String.fromCodePoint(codePoint);
}
