import { compareText } from '../../block/compareText.ts';
import type { Slots } from '../Slots.ts';
import type { Atom } from '../Variable.ts';
import { distinguishesSigma } from './textLetters.ts';
import { machinesFor, textQuestions } from './textQuestions.ts';
import type { TextQuestions } from './textQuestions.ts';
import { walkTexts } from './walkTexts.ts';

export interface TextSamples {
	/** Texts of every kind that the conditions tell apart, or of some kinds. */
	readonly texts: readonly string[];
	/** Whether a text of another kind can exist; it then equals none of `pinned`. */
	readonly isOpen: boolean;
	/** Texts that a condition asks for by name. */
	readonly pinned: ReadonlySet<string>;
}

/** Longer lists, together with conditions on parts of the text, are not walked through. */
const MAX_WALKED_LITERALS = 400;

/**
 * Texts for every combination of answers that conditions on one text can get. Comparisons alone are settled by order; parts and
 * patterns by automata; where these are too large, only the texts named in the conditions are looked at.
 */
export function textSamples(atoms: readonly Atom[], slots: Slots): TextSamples {
	const questions = textQuestions(atoms, slots);
	const pinned = new Set(questions.flatMap(({ recasing, literals }) => (recasing.length === 0 ? literals : [])));
	const [only] = questions;
	if (!only) {
		return { texts: ['A'], isOpen: false, pinned };
	}
	if (questions.length === 1 && only.recasing.length === 0 && only.parts.length === 0) {
		return { texts: comparedTexts(only), isOpen: false, pinned };
	}
	const isSmall = questions.reduce((sum, { literals }) => sum + literals.length, 0) <= MAX_WALKED_LITERALS;
	const machines = isSmall ? machinesFor(questions) : null;
	const isExact = machines?.every(({ recasing, machine }) => !distinguishesSigma({ recasing, edges: machine.edges }));
	const walked = machines && isExact ? walkTexts(machines) : null;
	return { texts: walked ?? namedTexts(questions), isOpen: walked === null, pinned };
}

/** Each text of the list, and one between each two where order matters. */
function comparedTexts({ literals, hasOrder }: TextQuestions): string[] {
	const texts: string[] = [...literals];
	const first = literals[0] ?? '';
	const gaps = hasOrder ? [...literals.keys()] : [literals.length - 1];
	for (const index of gaps) {
		const literal = literals[index]!;
		const next = hasOrder ? literals[index + 1] : undefined;
		const between = [`${literal}a`, `${literal} `, `${literal}\u0000`].find(
			(text) => next === undefined || compareText(text, next) < 0,
		);
		texts.push(...(between === undefined ? [] : [between]));
	}
	if (hasOrder && first !== '') {
		texts.push(['A', ' ', ''].find((text) => compareText(text, first) < 0) ?? '');
	}
	return texts;
}

function namedTexts(questions: readonly TextQuestions[]): string[] {
	const named = questions.flatMap(({ literals, parts }) => [
		...literals,
		...parts.filter(({ operator }) => operator !== 'matches').map(({ part }) => part),
	]);
	return [...new Set(['', ...named.flatMap((text) => [text, text.toLowerCase(), text.toUpperCase()])])];
}
