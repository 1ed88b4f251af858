import type { Bitmap } from '../columns/Column.ts';

/** What a condition is for every row: rows in neither bitmap are unknown. Never written to once made. */
export interface Outcome {
	readonly isTrue: Bitmap;
	readonly isFalse: Bitmap;
}

export function wordsOf(length: number): number {
	return (length + 31) >>> 5;
}

/** A bitmap with a set bit for every one of `length` rows. */
export function fullBitmap(length: number): Bitmap {
	const bits = new Uint32Array(wordsOf(length)).fill(0xff_ff_ff_ff);
	if ((length & 31) !== 0) {
		bits[bits.length - 1] = 2 ** (length & 31) - 1;
	}
	return bits;
}

export function constantOutcome(length: number, value: boolean): Outcome {
	const none = new Uint32Array(wordsOf(length));
	return value ? { isTrue: fullBitmap(length), isFalse: none } : { isTrue: none, isFalse: fullBitmap(length) };
}

/** From the rows where a condition holds and those where it is unknown (which may overlap; unknown wins). Takes over `holds`. */
export function outcomeOf(holds: Bitmap, unknown: Bitmap | null, length: number): Outcome {
	const isFalse = fullBitmap(length);
	for (let word = 0; word < holds.length; word++) {
		if (unknown) {
			holds[word]! &= ~unknown[word]!;
			isFalse[word]! &= ~unknown[word]!;
		}
		isFalse[word]! &= ~holds[word]!;
	}
	return { isTrue: holds, isFalse };
}

export function negatedOutcome({ isTrue, isFalse }: Outcome): Outcome {
	return { isTrue: isFalse, isFalse: isTrue };
}

/** Kleene's and: false where one is false, true where all are true. Holds one operand at a time. */
export function conjunction(outcomes: Iterable<Outcome>): Outcome {
	return joined(outcomes, intersect, unite);
}

/** Kleene's or: true where one is true, false where all are false. Holds one operand at a time. */
export function disjunction(outcomes: Iterable<Outcome>): Outcome {
	return joined(outcomes, unite, intersect);
}

type Join = (into: Bitmap, bits: Bitmap) => void;

function joined(outcomes: Iterable<Outcome>, joinTrue: Join, joinFalse: Join): Outcome {
	let result: Outcome | null = null;
	for (const { isTrue, isFalse } of outcomes) {
		if (result) {
			joinTrue(result.isTrue, isTrue);
			joinFalse(result.isFalse, isFalse);
		} else {
			result = { isTrue: isTrue.slice(), isFalse: isFalse.slice() };
		}
	}
	if (!result) {
		throw new Error('A conjunction or disjunction needs operands');
	}
	return result;
}

function intersect(into: Bitmap, bits: Bitmap): void {
	for (let word = 0; word < into.length; word++) {
		into[word]! &= bits[word]!;
	}
}

function unite(into: Bitmap, bits: Bitmap): void {
	for (let word = 0; word < into.length; word++) {
		into[word]! |= bits[word]!;
	}
}
