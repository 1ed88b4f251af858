import { counted } from '#shared/base/counted.ts';
import type { ForeignLines } from './foreignLines.ts';
import { encodedLanguages, type SingleByteEncoding } from './languages.ts';
import { foreignSigns, textFit } from './textFit.ts';

/** Signs beyond ASCII that are looked at. */
const SIGNS = 4000;
/** By how much another encoding must read better than the likelier one. */
const CLEARLY = 0.005;
/** Encodings that read nearly as well are named. */
const NEARLY = 0.08;
/** Fewer signs than this say little. */
const FEW_SIGNS = 3;
const NAMED_WORDS = 3;

export interface EncodingGuess {
	readonly encoding: 'utf-8' | SingleByteEncoding;
	readonly confidence: number;
	readonly reason: string;
	/** Whether somebody should have a look. */
	readonly isOpen: boolean;
}

interface Candidate {
	readonly encoding: SingleByteEncoding;
	readonly language: string;
	readonly fit: number;
	readonly text: string;
}

/**
 * The encoding of text by its lines beyond ASCII: UTF-8 where they are, else the single-byte encoding in which they read best as some
 * language (see textFit). Where two read the same, the likelier comes first.
 */
export function guessEncoding({ proper, foreign, bytes }: ForeignLines): EncodingGuess {
	if (proper + foreign === 0) {
		const reason = 'The lines looked at hold ASCII signs only.';
		return { encoding: 'utf-8', confidence: 1, reason, isOpen: false };
	}
	const share = Math.max(proper, foreign) / (proper + foreign);
	if (proper >= foreign) {
		const reason =
			foreign === 0
				? 'Accents and other signs beyond ASCII are proper UTF-8.'
				: `Of ${counted(proper + foreign, 'line')} beyond ASCII, ${foreign === 1 ? '1 is' : `${foreign} are`} no UTF-8: the file is damaged or mixes encodings.`;
		return { encoding: 'utf-8', confidence: share, reason, isOpen: false };
	}
	const candidates = candidatesFor(bytes);
	const best = candidates.reduce((leader, next) => (next.fit > leader.fit + CLEARLY ? next : leader));
	const others = candidates.filter(
		({ fit, text, encoding }) => encoding !== best.encoding && text !== best.text && fit > best.fit - NEARLY,
	);
	const margin = Math.min(1, best.fit - Math.max(-1, ...others.map(({ fit }) => fit)));
	const signs = foreignSigns(best.text, SIGNS).length;
	const isClear = others.length === 0 && best.fit > 0.5;
	const confidence =
		share * (isClear ? 0.95 : best.fit > 0.5 ? 0.5 + Math.max(0, margin) : 0.3) * (signs < FEW_SIGNS ? 0.8 : 1);
	return { encoding: best.encoding, confidence, reason: reasonOf(best, others), isOpen: !isClear };
}

function candidatesFor(bytes: Uint8Array): Candidate[] {
	return encodedLanguages.map(({ encoding, languages, handicap }) => {
		const text = new TextDecoder(encoding).decode(bytes);
		const signs = foreignSigns(text, SIGNS);
		const fits = languages.map((language) => ({
			language: language.name,
			fit: textFit(signs, language, languages) - handicap,
		}));
		return { encoding, text, ...fits.reduce((leader, next) => (next.fit > leader.fit ? next : leader)) };
	});
}

function reasonOf(best: Candidate, others: readonly Candidate[]): string {
	const read = `Signs beyond ASCII are no UTF-8; as ${best.encoding} they read ${wordsOf(best, null)}`;
	if (best.fit <= 0.5) {
		return `${read}, which looks like no language known here. Choose the encoding.`;
	}
	const [other] = others;
	return other
		? `${read}, as ${other.encoding} ${wordsOf(other, best)}${
				others.length > 1
					? `; ${others
							.slice(1)
							.map(({ encoding }) => encoding)
							.join(', ')} would do as well`
					: ''
			}. Check the encoding.`
		: `${read}.`;
}

/** Words that show what an encoding makes of the signs; those that differ from another reading where there is one. */
function wordsOf({ text }: Candidate, other: Candidate | null): string {
	const words = text.match(/[\p{L}\p{N}\u00a1-\u00bf’-]*[\u00a1-\uffff][\p{L}\p{N}\u00a1-\u00bf’-]*/gu) ?? [];
	const known = new Set(other?.text.match(/[\p{L}\p{N}\u00a1-\u00bf’-]+/gu) ?? []);
	const shown = [...new Set(words)].filter((word) => !known.has(word)).slice(0, NAMED_WORDS);
	return shown.length === 0 ? 'as marks and spaces' : shown.map((word) => `"${word.slice(0, 30)}"`).join(', ');
}
