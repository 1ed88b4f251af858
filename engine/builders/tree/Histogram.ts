import type { BinnedField } from './BinnedField.ts';
import { channelsOf } from './LearningTarget.ts';
import type { LearningTarget } from './LearningTarget.ts';

/**
 * Sums of the rows of one node by bin of one field, "no value" last: rows, the target's sum per channel (`sums[bin * channels +
 * channel]`; of classes, the rows of each class), and of an amount the sum of its squares.
 */
export interface Histogram {
	readonly channels: number;
	readonly rows: Float64Array;
	readonly sums: Float64Array;
	readonly squares: Float64Array;
}

/** `order` lists the rows; those from `from` up to `to` are the node's. */
export function countBins(
	field: BinnedField,
	target: LearningTarget,
	order: Int32Array,
	from: number,
	to: number,
): Histogram {
	const { codes } = field;
	const channels = channelsOf(target);
	const size = field.bins + 1;
	const rows = new Float64Array(size);
	const sums = new Float64Array(size * channels);
	const squares = new Float64Array(target.kind === 'amount' ? size : 0);
	if (target.kind === 'amount') {
		const { values } = target;
		for (let place = from; place < to; place++) {
			const row = order[place]!;
			const bin = codes[row]!;
			const value = values[row]!;
			rows[bin]!++;
			sums[bin]! += value;
			squares[bin]! += value * value;
		}
	} else {
		for (let place = from; place < to; place++) {
			const row = order[place]!;
			const bin = codes[row]!;
			rows[bin]!++;
			sums[bin * channels + target.codes[row]!]!++;
		}
	}
	return { channels, rows, sums, squares };
}

/** The rest of a node of which one part has been counted: the smaller of two children is counted, the larger one taken so. */
export function subtractBins(whole: Histogram, part: Histogram): Histogram {
	const less = (left: Float64Array, right: Float64Array) => left.map((value, at) => value - right[at]!);
	return {
		channels: whole.channels,
		rows: less(whole.rows, part.rows),
		sums: less(whole.sums, part.sums),
		squares: less(whole.squares, part.squares),
	};
}

/** Sums of a group of bins, or of all. */
export interface Totals {
	rows: number;
	readonly sums: Float64Array;
	squares: number;
}

export function emptyTotals(channels: number): Totals {
	return { rows: 0, sums: new Float64Array(channels), squares: 0 };
}

/** Adds a bin, or with sign -1 takes it away. */
export function addBin(totals: Totals, histogram: Histogram, bin: number, sign: 1 | -1 = 1): void {
	totals.rows += sign * histogram.rows[bin]!;
	totals.squares += sign * (histogram.squares[bin] ?? 0);
	for (let channel = 0; channel < histogram.channels; channel++) {
		totals.sums[channel]! += sign * histogram.sums[bin * histogram.channels + channel]!;
	}
}

export function totalsOf(histogram: Histogram): Totals {
	const totals = emptyTotals(histogram.channels);
	for (let bin = 0; bin < histogram.rows.length; bin++) {
		addBin(totals, histogram, bin);
	}
	return totals;
}

/**
 * What a group explains: Σ over channels of sum² / rows. A split's gain is that of its parts less that of the whole; for an amount it
 * is the fall of the squared error, for 0 and 1 half the fall of rows × Gini, for classes the fall of rows × Gini.
 */
export function explained({ rows, sums }: Totals): number {
	if (rows === 0) {
		return 0;
	}
	let squares = 0;
	for (let channel = 0; channel < sums.length; channel++) {
		squares += sums[channel]! * sums[channel]!;
	}
	return squares / rows;
}

/** Squared error around the mean (amounts), or rows × Gini (classes). Never below 0. */
export function impurity(totals: Totals): number {
	const own = totals.sums.length > 1 ? totals.rows : totals.squares;
	return Math.max(0, own - explained(totals));
}
