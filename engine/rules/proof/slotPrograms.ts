import type { TypedRule } from '#shared/rules/TypedRule.ts';
import type { Truth } from '../block/BlockReader.ts';
import { compileInstant } from '../block/compileInstant.ts';
import { compileNumber } from '../block/compileNumber.ts';
import { compileText } from '../block/compileText.ts';
import { compileTruth } from '../block/compileTruth.ts';
import type { Slots } from './Slots.ts';

// What checked rules are for the one customer whose values the slots hold when it is asked, by the programs that read the rows of a frame.

/** The number is the result divided by 10 ** scale; NaN is "no value". */
export interface SlotNumber {
	readonly scale: number;
	readonly isExact: boolean;
	readonly value: () => number;
}

export function slotTruth(typed: TypedRule, slots: Slots): () => Truth {
	const fill = compileTruth(typed, slots.scope);
	const into = new Uint8Array(1);
	return () => {
		fill(0, 1, into);
		return into[0] === 2 ? 2 : into[0] === 1 ? 1 : 0;
	};
}

export function slotNumber(typed: TypedRule, slots: Slots): SlotNumber {
	const { fill, scale, isExact } = compileNumber(typed, slots.scope);
	return { scale, isExact, value: first(fill) };
}

/** Days (of a date) or milliseconds (of a timestamp); NaN is "no value". */
export function slotInstant(typed: TypedRule, slots: Slots): () => number {
	return first(compileInstant(typed, slots.scope));
}

export function slotText(typed: TypedRule, slots: Slots): () => string | null {
	const fill = compileText(typed, slots.scope);
	const into: (string | null)[] = [null];
	return () => {
		fill(0, 1, into);
		return into[0] ?? null;
	};
}

function first(fill: (from: number, count: number, into: Float64Array) => void): () => number {
	const into = new Float64Array(1);
	return () => {
		fill(0, 1, into);
		return into[0]!;
	};
}
