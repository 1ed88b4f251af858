import type { TextOperator } from '#shared/rules/Rule.ts';
import { codePointsOf } from './TextMachine.ts';
import type { TextMachine } from './TextMachine.ts';

const DEAD = -1;

/**
 * Whether a text contains, starts or ends with a part; the state is how much of the part has just been read. Knuth, Morris & Pratt,
 * "Fast pattern matching in strings", SIAM J. Comput. 6 (1977).
 */
export function partMachine(part: string, operator: Exclude<TextOperator, 'matches'>): TextMachine {
	const letters = codePointsOf(part);
	const length = letters.length;
	const fallbacks = failureFunction(letters);
	const search = (state: number, codePoint: number): number => {
		let matched = state === length ? fallbacks[length]! : state;
		while (matched > 0 && letters[matched] !== codePoint) {
			matched = fallbacks[matched]!;
		}
		return letters[matched] === codePoint ? matched + 1 : 0;
	};
	const step = {
		contains: (state: number, codePoint: number) => (state === length ? state : search(state, codePoint)),
		'starts with': (state: number, codePoint: number) =>
			state === length ? state : letters[state] === codePoint ? state + 1 : DEAD,
		'ends with': (state: number, codePoint: number) => (length === 0 ? 0 : search(state, codePoint)),
	}[operator];
	return {
		start: 0,
		step,
		output: (state) => (state === length ? 1 : 0),
		weight: 1,
		edges: letters.flatMap((codePoint) => [codePoint, codePoint + 1]),
	};
}

/** For each length of a prefix the length of the longest shorter one that it ends with. */
function failureFunction(letters: readonly number[]): readonly number[] {
	const fallbacks = [0, 0];
	for (let length = 2; length <= letters.length; length++) {
		let candidate = fallbacks[length - 1]!;
		while (candidate > 0 && letters[candidate] !== letters[length - 1]) {
			candidate = fallbacks[candidate]!;
		}
		fallbacks.push(letters[candidate] === letters[length - 1] ? candidate + 1 : 0);
	}
	return fallbacks;
}
