import type { Pattern } from '#shared/rules/pattern/Pattern.ts';
import type { CharacterSet } from '#shared/rules/pattern/characterSet.ts';

/** One step of a Thompson automaton; `next` and `other` are indexes of steps. */
export type Step =
	| { readonly kind: 'set'; readonly set: CharacterSet; readonly next: number }
	| { readonly kind: 'start' | 'end'; readonly next: number }
	| { readonly kind: 'split'; readonly next: number; readonly other: number }
	| { readonly kind: 'match' };

export interface Program {
	readonly steps: readonly Step[];
	readonly first: number;
}

/** Thompson's construction, written from the end so that each step knows its successor. */
export function compileProgram(pattern: Pattern): Program {
	const steps: Step[] = [{ kind: 'match' }];
	const first = append(steps, pattern, 0);
	return { steps, first };
}

/** Adds the steps of a pattern that continues at `next`; returns where it begins. */
function append(steps: Step[], pattern: Pattern, next: number): number {
	switch (pattern.kind) {
		case 'set':
			return steps.push({ kind: 'set', set: pattern.set, next }) - 1;
		case 'start':
		case 'end':
			return steps.push({ kind: pattern.kind, next }) - 1;
		case 'sequence':
			return pattern.parts.reduceRight((after, part) => append(steps, part, after), next);
		case 'choice':
			return pattern.options
				.map((option) => append(steps, option, next))
				.reduce((other, first) => steps.push({ kind: 'split', next: first, other }) - 1);
		case 'repeat':
			return appendRepeat(steps, pattern, next);
	}
}

function appendRepeat(steps: Step[], pattern: Pattern & { kind: 'repeat' }, next: number): number {
	let first = next;
	if (pattern.most === null) {
		const loop = steps.push({ kind: 'split', next, other: next }) - 1;
		const body = append(steps, pattern.part, loop);
		steps[loop] = { kind: 'split', next: body, other: next };
		first = loop;
	} else {
		for (let copy = pattern.least; copy < pattern.most; copy++) {
			const body = append(steps, pattern.part, first);
			first = steps.push({ kind: 'split', next: body, other: next }) - 1;
		}
	}
	for (let copy = 0; copy < pattern.least; copy++) {
		first = append(steps, pattern.part, first);
	}
	return first;
}
