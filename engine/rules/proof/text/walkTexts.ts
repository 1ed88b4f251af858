import { recased, textLetters } from './textLetters.ts';
import type { Recasing } from './textLetters.ts';
import type { TextMachine } from './TextMachine.ts';

export interface RecasedMachine {
	readonly recasing: Recasing;
	readonly machine: TextMachine;
}

/** Steps of machines, by their weight: about a tenth of a second. */
const MAX_WORK = 400_000;

/**
 * All texts at once: walks the product of the machines breadth first and gives the shortest text for each combination of outputs
 * that some text has, so that what is missing is impossible. null where there are too many states to see them all.
 */
export function walkTexts(machines: readonly RecasedMachine[]): readonly string[] | null {
	const letters = textLetters(machines.map(({ recasing, machine }) => ({ recasing, edges: machine.edges })));
	const recasings = machines.map(({ recasing }) => letters.map((letter) => recased(letter, recasing)));
	const start = machines.map(({ machine }) => machine.start);
	const seen = new Set([start.join()]);
	const found = new Map<string, string>();
	const pending: { readonly states: readonly number[]; readonly text: string }[] = [{ states: start, text: '' }];
	const weight = machines.reduce((sum, { machine }) => sum + machine.weight, 0);
	let work = 0;
	for (const { states, text } of pending) {
		const outputs = machines.map(({ machine }, index) => machine.output(states[index]!)).join();
		// The empty text is a poor example where there is another.
		if (!found.get(outputs)) {
			found.set(outputs, text);
		}
		work += letters.length * weight;
		if (work > MAX_WORK) {
			return null;
		}
		for (const [place, letter] of letters.entries()) {
			const next = machines.map(({ machine }, index) =>
				recasings[index]![place]!.reduce((state, codePoint) => machine.step(state, codePoint), states[index]!),
			);
			const key = next.join();
			if (!seen.has(key)) {
				seen.add(key);
				pending.push({ states: next, text: text + String.fromCodePoint(letter) });
			}
		}
	}
	return [...found.values()];
}
