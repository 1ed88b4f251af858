import type { Program } from './compileProgram.ts';

const KINDS = { set: 0, split: 1, start: 2, end: 3, match: 4 } as const;
/** The step at which a program ends; see compileProgram. */
const MATCH = 0;

/**
 * Whether a pattern is found, by following all its steps at once (Thompson 1968, Pike's virtual machine without captures): at most one
 * visit per step and character, whatever the pattern and the text. For patterns whose states are too many to keep.
 */
export class PatternThreads {
	private readonly first: number;
	private readonly kinds: Uint8Array;
	private readonly next: Int32Array;
	private readonly other: Int32Array;
	private readonly classCount: number;
	/** 1 where a step lets a class of characters pass: step x classCount + class. */
	private readonly passes: Uint8Array;
	/** The character at which each step was last reached; a step is followed once per character. */
	private readonly reachedAt: Int32Array;
	private readonly pending: Int32Array;
	private current: Int32Array;
	private following: Int32Array;
	private count = 0;
	private character = 0;

	/** `passes`: per step whether each class of characters passes; empty for steps that read none. */
	constructor({ steps, first }: Program, passes: readonly (readonly boolean[])[], classCount: number) {
		this.first = first;
		this.kinds = Uint8Array.from(steps, ({ kind }) => KINDS[kind]);
		this.next = Int32Array.from(steps, (step) => (step.kind === 'match' ? MATCH : step.next));
		this.other = Int32Array.from(steps, (step) => (step.kind === 'split' ? step.other : MATCH));
		this.classCount = classCount;
		this.passes = new Uint8Array(steps.length * classCount);
		passes.forEach((row, step) => this.passes.set(row.map(Number), step * classCount));
		this.reachedAt = new Int32Array(steps.length);
		// Each step is followed once and adds at most two.
		this.pending = new Int32Array(2 * steps.length + 2);
		this.current = new Int32Array(steps.length);
		this.following = new Int32Array(steps.length);
	}

	/** Before the first character given to `advance`; `steps` wait for a character or for the end. */
	begin(steps: readonly number[]): void {
		this.count = steps.length;
		this.current.set(steps);
	}

	/** Reads a character of a class; true when the pattern has been found. It may also begin after any character. */
	advance(kind: number): boolean {
		this.nextCharacter();
		let found = this.follow(this.first, 0, false);
		for (let place = 0; place < this.count; place++) {
			const step = this.current[place]!;
			if (this.passes[step * this.classCount + kind] === 1) {
				found = this.follow(this.next[step]!, found, false);
			}
		}
		[this.current, this.following, this.count] = [this.following, this.current, found];
		return this.reachedAt[MATCH] === this.character;
	}

	/** Whether the pattern is found if the text ends here. */
	matchesAtEnd(): boolean {
		this.nextCharacter();
		let found = 0;
		for (let place = 0; place < this.count; place++) {
			found = this.follow(this.current[place]!, found, true);
		}
		return this.reachedAt[MATCH] === this.character;
	}

	/** Adds what can be reached from a step without reading a character; gives the number of steps found so far. */
	private follow(from: number, count: number, isEnd: boolean): number {
		const { kinds, next, pending, reachedAt, character, following } = this;
		let found = count;
		let depth = 0;
		pending[depth++] = from;
		while (depth > 0) {
			const step = pending[--depth]!;
			if (reachedAt[step] === character) {
				continue;
			}
			reachedAt[step] = character;
			const kind = kinds[step]!;
			if (kind === KINDS.split) {
				pending[depth++] = next[step]!;
				pending[depth++] = this.other[step]!;
			} else if (kind === KINDS.end && isEnd) {
				pending[depth++] = next[step]!;
			} else if (kind === KINDS.set || kind === KINDS.end) {
				following[found++] = step;
			}
		}
		return found;
	}

	private nextCharacter(): void {
		this.character++;
		if (this.character === 0x7f_ff_ff_ff) {
			this.reachedAt.fill(0);
			this.character = 1;
		}
	}
}
