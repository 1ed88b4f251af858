import {
	allButNewline,
	characterSet,
	complement,
	digits,
	spaces,
	withBothCases,
	wordCharacters,
} from './characterSet.ts';
import type { CharacterSet } from './characterSet.ts';
import { MAX_PATTERN_STEPS, PatternError, patternSteps } from './Pattern.ts';
import type { Pattern } from './Pattern.ts';

const MAX_GROUPS = 50;

const escapes: ReadonlyMap<string, CharacterSet> = new Map([
	['d', digits],
	['w', wordCharacters],
	['s', spaces],
	['D', complement(digits)],
	['W', complement(wordCharacters)],
	['S', complement(spaces)],
	['t', [[0x09, 0x09]]],
	['n', [[0x0a, 0x0a]]],
	['f', [[0x0c, 0x0c]]],
	['r', [[0x0d, 0x0d]]],
]);

/** Reads a pattern; its grammar stands in Pattern.ts. Throws PatternError with a sentence that says what to change. */
export function parsePattern(text: string): Pattern {
	const ignoresCase = text.startsWith('(?i)');
	const reader: Reader = { text, position: ignoresCase ? 4 : 0, ignoresCase, groups: 0 };
	const pattern = readChoice(reader);
	if (reader.position < text.length) {
		throw new PatternError(
			reader.position,
			'The pattern has a closing parenthesis too many. Write \\) for the character.',
		);
	}
	if (patternSteps(pattern) > MAX_PATTERN_STEPS) {
		throw new PatternError(0, `The pattern is too large: written out it has more than ${MAX_PATTERN_STEPS} steps.`);
	}
	return pattern;
}

interface Reader {
	readonly text: string;
	readonly ignoresCase: boolean;
	position: number;
	/** Open parentheses. */
	groups: number;
}

function readChoice(reader: Reader): Pattern {
	const options = [readSequence(reader)];
	while (accept(reader, '|')) {
		options.push(readSequence(reader));
	}
	return options.length === 1 ? options[0]! : { kind: 'choice', options };
}

function readSequence(reader: Reader): Pattern {
	const parts: Pattern[] = [];
	while (reader.position < reader.text.length && !/[|)]/.test(reader.text.charAt(reader.position))) {
		parts.push(readRepeat(reader, readPiece(reader)));
	}
	return { kind: 'sequence', parts };
}

function readRepeat(reader: Reader, part: Pattern): Pattern {
	const quantifier = /^(?:[*+?]|\{(\d{1,4})(,(\d{1,4})?)?\})/.exec(reader.text.slice(reader.position));
	if (!quantifier) {
		return part;
	}
	const [written, least, hasMost, most] = quantifier;
	const [low, high] =
		written === '*' ? [0, null] : written === '+' ? [1, null] : written === '?' ? [0, 1] : bounds(least, hasMost, most);
	if (high !== null && low > high) {
		throw new PatternError(reader.position, `In ${written} the first number must not be above the second.`);
	}
	const repeat: Pattern = { kind: 'repeat', part, least: low, most: high };
	if (patternSteps(repeat) > MAX_PATTERN_STEPS) {
		throw new PatternError(reader.position, `The repeat ${written} makes the pattern too large.`);
	}
	reader.position += written.length;
	// Whether a repeat is greedy or not (`+?`) changes what is found, never whether something is.
	accept(reader, '?');
	return repeat;
}

function bounds(
	least: string | undefined,
	hasMost: string | undefined,
	most: string | undefined,
): [number, number | null] {
	const low = Number(least);
	return [low, hasMost === undefined ? low : most === undefined ? null : Number(most)];
}

function readPiece(reader: Reader): Pattern {
	const start = reader.position;
	const letter = readCharacter(reader);
	switch (letter) {
		case '^':
			return { kind: 'start' };
		case '$':
			return { kind: 'end' };
		case '.':
			return { kind: 'set', set: allButNewline };
		case '(':
			return readGroup(reader, start);
		case '[':
			return readClass(reader, start);
		case '\\':
			return cased(reader, readEscape(reader));
		case '*':
		case '+':
		case '?':
			throw new PatternError(
				start,
				`There is nothing before ${letter} to repeat. Write \\${letter} for the character.`,
			);
		default:
			return cased(reader, single(letter));
	}
}

function readGroup(reader: Reader, start: number): Pattern {
	if (reader.text.startsWith('?', reader.position) && !reader.text.startsWith('?:', reader.position)) {
		throw new PatternError(start, 'Only (…) and (?:…) are understood, and (?i) at the very beginning to ignore case.');
	}
	if (++reader.groups > MAX_GROUPS) {
		throw new PatternError(start, `The pattern has more than ${MAX_GROUPS} parentheses inside each other.`);
	}
	reader.position += reader.text.startsWith('?:', reader.position) ? 2 : 0;
	const inner = readChoice(reader);
	if (!accept(reader, ')')) {
		throw new PatternError(start, 'This parenthesis is not closed. Write \\( for the character.');
	}
	reader.groups--;
	return inner;
}

function readClass(reader: Reader, start: number): Pattern {
	const isNegated = accept(reader, '^');
	const ranges: (readonly [number, number])[] = [];
	let isFirst = true;
	while (isFirst || !reader.text.startsWith(']', reader.position)) {
		if (reader.position >= reader.text.length) {
			throw new PatternError(start, 'This square bracket is not closed. Write \\[ for the character.');
		}
		isFirst = false;
		const low = readClassItem(reader);
		const isRange = /^-[^\]]/.test(reader.text.slice(reader.position));
		if (!isRange || low.length !== 1 || low[0]![0] !== low[0]![1]) {
			ranges.push(...low);
			continue;
		}
		const dash = reader.position++;
		const high = readClassItem(reader);
		if (high.length !== 1 || high[0]![0] !== high[0]![1] || high[0]![0] < low[0]![0]) {
			throw new PatternError(dash, 'This is not a range of characters such as a-z.');
		}
		ranges.push([low[0]![0], high[0]![0]]);
	}
	reader.position++;
	const set = characterSet(ranges);
	const both = reader.ignoresCase ? withBothCases(set) : set;
	return { kind: 'set', set: isNegated ? complement(both) : both };
}

function readClassItem(reader: Reader): CharacterSet {
	if (/^\[[:.=]/.test(reader.text.slice(reader.position))) {
		throw new PatternError(
			reader.position,
			'Named classes such as [:alpha:] are not understood. Write the letters: [A-Za-z].',
		);
	}
	const letter = readCharacter(reader);
	return letter === '\\' ? readEscape(reader) : single(letter);
}

function readEscape(reader: Reader): CharacterSet {
	const start = reader.position - 1;
	const letter = readCharacter(reader);
	const set = escapes.get(letter);
	if (set) {
		return set;
	}
	if (letter === '' || /[\p{L}\p{N}]/u.test(letter)) {
		const known = '\\d, \\w, \\s, \\D, \\W, \\S, \\t, \\n and \\r';
		throw new PatternError(
			start,
			`\\${letter} is not understood. Known are ${known}, and \\ before a punctuation mark.`,
		);
	}
	return single(letter);
}

function cased(reader: Reader, set: CharacterSet): Pattern {
	return { kind: 'set', set: reader.ignoresCase ? withBothCases(set) : set };
}

function single(letter: string): CharacterSet {
	const codePoint = letter.codePointAt(0)!;
	return [[codePoint, codePoint]];
}

function readCharacter(reader: Reader): string {
	const codePoint = reader.text.codePointAt(reader.position);
	const letter = codePoint === undefined ? '' : String.fromCodePoint(codePoint);
	reader.position += letter.length;
	return letter;
}

function accept(reader: Reader, letter: string): boolean {
	const isThere = reader.text.startsWith(letter, reader.position);
	reader.position += isThere ? letter.length : 0;
	return isThere;
}
