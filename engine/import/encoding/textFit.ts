import { borrowed, type Language } from './languages.ts';

const LETTER = /\p{L}/u;
const UPPER = /\p{Lu}/u;
const LOWER = /\p{Ll}/u;
/** Of letters that come with names from abroad, and of those of other languages in the same encoding. */
const BORROWED = 0.6;
const NEIGHBOURING = 0.4;

/** Places of a text at which a sign beyond ASCII stands. */
export interface ForeignSign {
	readonly sign: string;
	readonly before: string;
	readonly after: string;
	/** Up to the ends of the word, or of the run of signs. */
	readonly word: string;
	/** Of the sign within the word. */
	readonly at: number;
}

/** Signs beyond ASCII with their surroundings, of at most `limit` places. */
export function foreignSigns(text: string, limit: number): ForeignSign[] {
	const found: ForeignSign[] = [];
	for (const { 0: word, index } of text.matchAll(/[\p{L}\u0080-\uffff]*[\u0080-\uffff][\p{L}\u0080-\uffff]*/gu)) {
		for (let at = 0; at < word.length && found.length < limit; at++) {
			if (word.charCodeAt(at) >= 128) {
				const place = index + at;
				found.push({ sign: word[at]!, before: text[place - 1] ?? '', after: text[place + 1] ?? '', word, at });
			}
		}
	}
	return found;
}

/**
 * How well a text reads as a language: the mean over its signs beyond ASCII, 1 where each is a letter of it, or a mark, in its place,
 * down to -2 where they are control characters. `neighbours` are the languages of the same encoding, whose names may stand among the words. Capitals amid small letters, marks amid letters, and letters of two scripts in one word speak against it.
 */
export function textFit(signs: readonly ForeignSign[], language: Language, neighbours: readonly Language[]): number {
	return signs.reduce((sum, sign) => sum + signFit(sign, language, neighbours), 0) / Math.max(1, signs.length);
}

function signFit(sign: ForeignSign, language: Language, neighbours: readonly Language[]): number {
	return LETTER.test(sign.sign) ? letterFit(sign, language, neighbours) : markFit(sign);
}

function letterFit(
	{ sign, before, after, word, at }: ForeignSign,
	language: Language,
	neighbours: readonly Language[],
): number {
	const isCapitalAmidSmall = UPPER.test(sign) && LOWER.test(before);
	const isLatin = (letter: string) => /[a-z]/i.test(letter);
	const isLoneCapital = UPPER.test(sign) && !LETTER.test(before) && !LETTER.test(after) && after !== '.';
	const isInNumber = /\d/.test(before) || /\d/.test(after);
	const isMixed = language.script !== 'Latin' && (isLatin(before) || isLatin(after));
	if (isCapitalAmidSmall || isLoneCapital || isMixed || isInNumber) {
		return -1;
	}
	if (!language.letters.has(sign)) {
		const isBorrowed = language.script === 'Latin' && borrowed.has(sign);
		return isBorrowed ? BORROWED : neighbours.some(({ letters }) => letters.has(sign)) ? NEIGHBOURING : -1;
	}
	if (language.never !== null && isForbidden(word, at, language.never)) {
		return -1;
	}
	return (language.rare.has(sign) ? 0.8 : 1) * (isOutOfRhythm(sign, before, after) ? 0.8 : 1);
}

/** Vowels stand beside consonants sooner than beside vowels, and the other way round. */
function isOutOfRhythm(sign: string, before: string, after: string): boolean {
	const isVowel = (letter: string) => /^[aeiouyøæœıаеиоуыэюяαεηιουω]/.test(letter.normalize('NFD').toLowerCase());
	return [before, after].every((letter) => LETTER.test(letter) && isVowel(letter) === isVowel(sign));
}

/** Whether what a language never has stands at this very place. */
function isForbidden(word: string, at: number, never: RegExp): boolean {
	for (const { index, 0: match } of word.matchAll(new RegExp(never.source, `g${never.flags}`))) {
		if (index <= at && at < index + match.length) {
			return true;
		}
	}
	return false;
}

/** Currency, quotes, dashes, spaces and the like stand beside digits, spaces and ends of words; what seldom stands anywhere says the text is misread. */
function markFit({ sign, before, after }: ForeignSign): number {
	const isBeside = (pattern: RegExp) => pattern.test(before) || pattern.test(after);
	const isLone = !LETTER.test(before) || !LETTER.test(after);
	const code = sign.charCodeAt(0);
	if (code < 0xa0 || sign === '\uFFFD' || /[\u2500-\u259f]/.test(sign)) {
		return -2;
	}
	if (/[\u00a0\u202f]/.test(sign)) {
		return isBeside(/[\d\p{Sc}%€]/u) || isLone ? 1 : -1;
	}
	if (/[€£¥]/.test(sign)) {
		return isBeside(/\d|[\s\u00a0]/) && !isBeside(LETTER) ? 1 : -1;
	}
	if (/[’‘“”„‚«»‹›]/.test(sign)) {
		return sign === '’' || isLone ? 1 : -1;
	}
	if (/[–—…•·°§²³½¼¾©®™×ºª¿¡−±µ‰†]/.test(sign)) {
		return !LETTER.test(before) && (!LETTER.test(after) || /[¿¡]/.test(sign))
			? 1
			: isLone && !/[½¼¾¿¡]/.test(sign)
				? 0.3
				: -1;
	}
	return -1;
}
