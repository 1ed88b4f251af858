import { compareText } from '../../block/compareText.ts';
import { codePointsOf } from './TextMachine.ts';
import type { TextMachine } from './TextMachine.ts';

interface Node {
	readonly prefix: string;
	readonly next: Map<number, number>;
}

/**
 * Tells which of some texts (sorted by code point, without repeats) the text equals, or between which two it lies: a trie. Output
 * 2 i + 1 means equal to text i, 2 i between text i - 1 and text i. Where only equality matters, all that is unequal gives 0.
 */
export function literalMachine(sorted: readonly string[], hasOrder: boolean): TextMachine {
	const nodes: Node[] = [{ prefix: '', next: new Map() }];
	const edges = new Set<number>();
	for (const literal of sorted) {
		let node = 0;
		for (const codePoint of codePointsOf(literal)) {
			edges.add(codePoint).add(codePoint + 1);
			const { prefix, next } = nodes[node]!;
			node =
				next.get(codePoint) ?? nodes.push({ prefix: prefix + String.fromCodePoint(codePoint), next: new Map() }) - 1;
			next.set(codePoint, node);
		}
	}
	const gapOf = (text: string): number => (hasOrder ? 2 * below(sorted, text) : 0);
	const outputs = nodes.map(({ prefix }) => {
		const index = below(sorted, prefix);
		return sorted[index] === prefix ? 2 * index + 1 : gapOf(prefix);
	});
	return {
		start: 0,
		// Off the trie nothing can change any more; the state is then the gap, as a negative number.
		step: (state, codePoint) => {
			const node = nodes[state];
			return node ? (node.next.get(codePoint) ?? -1 - gapOf(node.prefix + String.fromCodePoint(codePoint))) : state;
		},
		output: (state) => outputs[state] ?? -1 - state,
		weight: 1,
		edges: [...edges],
	};
}

/** How many of the sorted texts come before a text. */
export function below(sorted: readonly string[], text: string): number {
	let low = 0;
	let high = sorted.length;
	while (low < high) {
		const middle = (low + high) >>> 1;
		if (compareText(sorted[middle]!, text) < 0) {
			low = middle + 1;
		} else {
			high = middle;
		}
	}
	return low;
}
