import { PatternMatcher } from '../../pattern/PatternMatcher.ts';
import type { State } from '../../pattern/PatternMatcher.ts';
import type { TextMachine } from './TextMachine.ts';

/** The automaton of `matches`, with its states numbered as they are met. What is found stays found. */
export function patternMachine(pattern: string): TextMachine {
	const matcher = new PatternMatcher(pattern);
	const states: State[] = [];
	const numbers = new Map<string, number>();
	const numberOf = (state: State, isStart: boolean): number => {
		const key = state.isMatch ? 'match' : `${isStart ? '^' : ''}${state.steps.join()}`;
		const known = numbers.get(key);
		if (known !== undefined) {
			return known;
		}
		numbers.set(key, states.length);
		return states.push(state) - 1;
	};
	return {
		start: numberOf(matcher.start, true),
		step: (number, codePoint) => {
			const state = states[number]!;
			return state.isMatch ? number : numberOf(matcher.after(state, codePoint), false);
		},
		output: (number) => (states[number]!.isMatch || states[number]!.isMatchAtEnd ? 1 : 0),
		weight: 1 + matcher.stepCount / 2,
		edges: [...matcher.classStarts],
	};
}
