import type { CharacterSet } from '#shared/rules/pattern/characterSet.ts';

/**
 * Classes of code points that no set of a pattern tells apart, so that an automaton needs one transition per class and state.
 * Class k holds the code points from `starts[k]` up to the next start.
 */
export class CodePointClasses {
	readonly count: number;
	readonly starts: Int32Array;
	/** Class of each code point below 256. */
	private readonly small = new Uint16Array(256);

	constructor(sets: readonly CharacterSet[]) {
		const edges = new Set([0]);
		for (const [low, high] of sets.flat()) {
			edges.add(low);
			edges.add(high + 1);
		}
		this.starts = Int32Array.from(edges).sort();
		this.count = this.starts.length;
		for (let codePoint = 0; codePoint < 256; codePoint++) {
			this.small[codePoint] = this.search(codePoint);
		}
	}

	classOf(codePoint: number): number {
		return codePoint < 256 ? this.small[codePoint]! : this.search(codePoint);
	}

	/** Whether each class lies in the set; sets are unions of classes. */
	membership(set: CharacterSet): boolean[] {
		return Array.from(this.starts, (start) => set.some(([low, high]) => start >= low && start <= high));
	}

	private search(codePoint: number): number {
		let low = 0;
		let high = this.starts.length - 1;
		while (low < high) {
			const middle = (low + high + 1) >>> 1;
			if (this.starts[middle]! <= codePoint) {
				low = middle;
			} else {
				high = middle - 1;
			}
		}
		return low;
	}
}
