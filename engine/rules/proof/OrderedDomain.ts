import type { ProofField } from './ProofField.ts';

/** The values of a number, date or moment, in order and without gaps: whole numbers or all doubles. Both ends belong to it. */
export interface OrderedDomain {
	readonly low: number;
	readonly high: number;
	readonly next: (value: number) => number;
	readonly previous: (value: number) => number;
	/** A value from `low`, which is below `high`, up to but not including `high`; halves the values between them. */
	readonly middle: (low: number, high: number) => number;
}

const MAX_DAY = 0x7f_ff_ff_ff;
/** 275,000 years either way, as far as JavaScript's own dates reach. */
const MAX_MOMENT = 8.64e15;

/** Exact numbers are whole numbers of their scale, dates whole days; doubles and moments may be anything between. */
export function orderedDomain(field: ProofField): OrderedDomain {
	if (field.type === 'date') {
		return wholeNumbers(field.least ?? -MAX_DAY, field.most ?? MAX_DAY);
	}
	if (field.type === 'timestamp') {
		return doubles(field.least ?? -MAX_MOMENT, field.most ?? MAX_MOMENT);
	}
	const [low, high] = [field.least ?? -Number.MAX_VALUE, field.most ?? Number.MAX_VALUE];
	return field.scale === null ? doubles(low, high) : wholeNumbers(low, high);
}

/** Above 2^53 not every whole number is a double; the next one is then the next double. */
function wholeNumbers(low: number, high: number): OrderedDomain {
	const { next, previous, middle } = doubles(low, high);
	return {
		low,
		high,
		next: (value) => Math.max(Math.floor(value) + 1, Math.ceil(next(value))),
		previous: (value) => Math.min(Math.ceil(value) - 1, Math.floor(previous(value))),
		middle: (from, to) =>
			to - from > Number.MAX_SAFE_INTEGER ? Math.floor(middle(from, to)) : Math.floor(from / 2 + to / 2),
	};
}

function doubles(low: number, high: number): OrderedDomain {
	return {
		low,
		high,
		next: (value) => doubleAt(rankOf(value) + 1n),
		previous: (value) => doubleAt(rankOf(value) - 1n),
		middle: (from, to) => doubleAt((rankOf(from) + rankOf(to)) >> 1n),
	};
}

const asDouble = new Float64Array(1);
const asBits = new BigInt64Array(asDouble.buffer);
const SIGN = 0x7f_ff_ff_ff_ff_ff_ff_ffn;

/** Position of a double among all doubles; 0 and -0 share one. */
function rankOf(value: number): bigint {
	asDouble[0] = value;
	const bits = asBits[0]!;
	return bits < 0n ? -(bits & SIGN) : bits;
}

function doubleAt(rank: bigint): number {
	asBits[0] = rank < 0n ? -rank : rank;
	return rank < 0n ? -asDouble[0]! : asDouble[0]!;
}
