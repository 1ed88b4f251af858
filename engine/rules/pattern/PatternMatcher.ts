import { parsePattern } from '#shared/rules/pattern/parsePattern.ts';
import { CodePointClasses } from './CodePointClasses.ts';
import { compileProgram } from './compileProgram.ts';
import type { Program } from './compileProgram.ts';
import { PatternThreads } from './PatternThreads.ts';

/** What has been read so far; opaque to the outside, which may compare states by their steps. */
export interface State {
	/** Steps that wait for a character or for the end, in ascending order. */
	readonly steps: readonly number[];
	/** The state after a character of each class, once it has been asked for. */
	readonly next: (State | undefined)[];
	readonly isMatch: boolean;
	readonly isMatchAtEnd: boolean;
}

const MAX_STATES = 1000;
/** A state that serves fewer characters than this before it is forgotten has cost more than it saved. */
const LEAST_USE = 10;
/** How often all states may be forgotten after little use until none are made any more. */
const MOST_WASTED = 3;

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/**
 * Whether a pattern is found anywhere in a text. A deterministic automaton whose states are made when first reached (as in grep
 * and RE2): time is linear in the text whatever the pattern, at worst steps x characters. Bounded memory: past MAX_STATES the
 * states are forgotten and made again; where that goes on and on, the steps are followed one by one instead (see PatternThreads).
 */
export class PatternMatcher {
	private readonly program: Program;
	private readonly classes: CodePointClasses;
	/** Per step, whether each class of characters passes; empty for steps that read none. */
	private readonly passes: readonly (readonly boolean[])[];
	private states = new Map<string, State>();
	private initial: State;
	/** Characters read since states were last forgotten. */
	private read = 0;
	private wasted = 0;
	private threads: PatternThreads | null = null;

	/** Throws PatternError where the pattern cannot be read. */
	constructor(pattern: string) {
		this.program = compileProgram(parsePattern(pattern));
		this.classes = new CodePointClasses(this.program.steps.flatMap((step) => (step.kind === 'set' ? [step.set] : [])));
		this.passes = this.program.steps.map((step) => (step.kind === 'set' ? this.classes.membership(step.set) : []));
		this.initial = this.stateOf(this.reach([this.program.first], true, false), true);
	}

	matches(text: string): boolean {
		let state = this.initial;
		for (let index = 0; index < text.length && !state.isMatch; index++) {
			const codePoint = text.codePointAt(index)!;
			if (this.threads) {
				return this.follow(this.threads, state, text.slice(index));
			}
			index += codePoint > 0xff_ff ? 1 : 0;
			state = this.after(state, codePoint);
			if (state.steps.length === 0) {
				return false;
			}
		}
		return state.isMatch || state.isMatchAtEnd;
	}

	/** The same on UTF-8 bytes from `from` up to `to`, which must be valid. */
	matchesBytes(bytes: Uint8Array, from: number, to: number): boolean {
		let state = this.initial;
		for (let index = from; index < to && !state.isMatch;) {
			if (this.threads) {
				return this.follow(this.threads, state, decoder.decode(bytes.slice(index, to)));
			}
			const lead = bytes[index]!;
			const size = lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
			let codePoint = size === 1 ? lead : lead & (0x7f >> size);
			for (let offset = 1; offset < size; offset++) {
				codePoint = (codePoint << 6) | (bytes[index + offset]! & 0x3f);
			}
			index += size;
			state = this.after(state, codePoint);
			if (state.steps.length === 0) {
				return false;
			}
		}
		return state.isMatch || state.isMatchAtEnd;
	}

	/** For walks over all texts at once: the state before the first character, the one after a further one, where classes begin. */
	get start(): State {
		return this.initial;
	}

	get stepCount(): number {
		return this.program.steps.length;
	}

	get classStarts(): Int32Array {
		return this.classes.starts;
	}

	after(state: State, codePoint: number): State {
		this.read++;
		const kind = this.classes.classOf(codePoint);
		return state.next[kind] ?? this.advance(state, kind);
	}

	/** Whether the pattern is found in what follows a state in which it was not. */
	private follow(threads: PatternThreads, { steps }: State, text: string): boolean {
		threads.begin(steps);
		for (let index = 0; index < text.length; index++) {
			const codePoint = text.codePointAt(index)!;
			index += codePoint > 0xff_ff ? 1 : 0;
			if (threads.advance(this.classes.classOf(codePoint))) {
				return true;
			}
		}
		return threads.matchesAtEnd();
	}

	/** The pattern may also begin after any character, hence its first step in every state. */
	private advance(state: State, kind: number): State {
		const targets = [this.program.first];
		for (const index of state.steps) {
			const step = this.program.steps[index]!;
			if (step.kind === 'set' && this.passes[index]![kind]!) {
				targets.push(step.next);
			}
		}
		const next = this.stateOf(this.reach(targets, false, false), false);
		state.next[kind] = next;
		return next;
	}

	private stateOf(steps: readonly number[], isStart: boolean): State {
		const key = `${isStart ? '^' : ''}${steps.join()}`;
		const known = this.states.get(key);
		if (known) {
			return known;
		}
		if (this.states.size >= MAX_STATES) {
			this.forget();
		}
		const state: State = {
			steps,
			next: Array.from({ length: this.classes.count }, () => undefined),
			isMatch: steps.includes(0),
			isMatchAtEnd: this.reach(steps, isStart, true).includes(0),
		};
		this.states.set(key, state);
		return state;
	}

	private forget(): void {
		this.wasted += this.read < LEAST_USE * this.states.size ? 1 : 0;
		this.read = 0;
		this.states = new Map();
		this.initial = { ...this.initial, next: [] };
		if (this.wasted >= MOST_WASTED) {
			this.threads = new PatternThreads(this.program, this.passes, this.classes.count);
		}
	}

	/** Steps that can be reached without reading a character, as far as they matter: those that read one, wait or match. */
	private reach(from: readonly number[], isStart: boolean, isEnd: boolean): number[] {
		const seen = new Set<number>();
		const pending = [...from];
		while (pending.length > 0) {
			const index = pending.pop()!;
			if (seen.has(index)) {
				continue;
			}
			seen.add(index);
			const step = this.program.steps[index]!;
			if (step.kind === 'split') {
				pending.push(step.next, step.other);
			} else if ((step.kind === 'start' && isStart) || (step.kind === 'end' && isEnd)) {
				pending.push(step.next);
			}
		}
		const waiting = [...seen].filter((index) => ['set', 'end', 'match'].includes(this.program.steps[index]!.kind));
		return waiting.sort((a, b) => a - b);
	}
}
