import type { AllowedBins, BinnedField } from './BinnedField.ts';
import { addBin, emptyTotals, explained, totalsOf } from './Histogram.ts';
import type { Histogram, Totals } from './Histogram.ts';
import type { Split } from './Split.ts';

/** Gains that differ by less are the same but for rounding; the earlier one stays. */
const TIE = 1 + 1e-10;

/**
 * The best division of a node in two by one field, or null where none leaves `minimumRows` on each side or explains anything.
 * Ordered fields are cut between two bins; labels are ordered by their mean first, which holds the best of all divisions of
 * labels (Breiman, Friedman, Olshen and Stone 1984, theorem 4.5; amounts only). Missing values go to the side where they explain
 * more, or make a side of their own ("missingness incorporated in attributes", Twala, Jones and Hand 2008).
 */
export function findCartSplit(field: BinnedField, histogram: Histogram, minimumRows: number): Split | null {
	const isOrdered = field.words.kind !== 'labels';
	const values = [...Array(field.bins).keys()].filter((bin) => histogram.rows[bin]! > 0);
	const missing = field.hasMissing && histogram.rows[field.bins]! > 0 ? field.bins : null;
	const sequence = isOrdered ? values : byMean(missing === null ? values : [...values, missing], histogram);
	const whole = totalsOf(histogram);
	const search = new CutSearch(histogram, whole, minimumRows);
	search.scan(sequence, []);
	if (isOrdered && missing !== null) {
		search.scan(sequence, [missing]);
		search.scan([missing, ...values], [], 1);
	}
	const { best } = search;
	if (best === null || best.gain <= 1e-12 * (explained(whole) + whole.squares)) {
		return null;
	}
	const parts = isOrdered ? cutAt(field, best.left, values, missing) : divideLabels(field, best.left, values);
	return { field, parts, gain: best.gain, logP: null };
}

interface Cut {
	readonly gain: number;
	readonly left: readonly number[];
}

class CutSearch {
	best: Cut | null = null;
	readonly #histogram: Histogram;
	readonly #whole: Totals;
	readonly #minimumRows: number;

	constructor(histogram: Histogram, whole: Totals, minimumRows: number) {
		this.#histogram = histogram;
		this.#whole = whole;
		this.#minimumRows = minimumRows;
	}

	/** Every cut of a sequence of bins (at most `most` of them); `always` are bins that go with its beginning. */
	scan(sequence: readonly number[], always: readonly number[], most = Infinity): void {
		const left = emptyTotals(this.#histogram.channels);
		const right = { ...this.#whole, sums: this.#whole.sums.slice() };
		const move = (bin: number) => {
			addBin(left, this.#histogram, bin);
			addBin(right, this.#histogram, bin, -1);
		};
		always.forEach(move);
		for (const [index, bin] of sequence.slice(0, Math.min(most, sequence.length)).entries()) {
			move(bin);
			if (right.rows < this.#minimumRows || right.rows < 1) {
				return;
			}
			const gain = explained(left) + explained(right) - explained(this.#whole);
			if (left.rows >= this.#minimumRows && gain > 0 && gain > (this.best?.gain ?? 0) * TIE) {
				this.best = { gain, left: [...always, ...sequence.slice(0, index + 1)] };
			}
		}
	}
}

function byMean(bins: readonly number[], { channels, rows, sums }: Histogram): number[] {
	const mean = (bin: number) => sums[bin * channels]! / rows[bin]!;
	return bins.toSorted((left, right) => mean(left) - mean(right) || left - right);
}

/**
 * The cut lies where it is shortest to write among the bins without rows between the two sides. Missing values with no rows to go by go
 * to the upper side.
 */
function cutAt(
	field: BinnedField,
	left: readonly number[],
	values: readonly number[],
	missing: number | null,
): readonly AllowedBins[] {
	const lastLeft = Math.max(-1, ...left.filter((bin) => bin !== missing));
	const firstRight = values.find((bin) => bin > lastLeft) ?? field.bins;
	const last = lastLeft === -1 ? -1 : shortestCut(field, lastLeft, firstRight);
	const lower = Uint8Array.from({ length: field.bins + 1 }, (_, bin) => (bin < field.bins && bin <= last ? 1 : 0));
	lower[field.bins] = missing !== null && left.includes(missing) ? 1 : 0;
	return [lower, lower.map((isIn) => 1 - isIn)];
}

/** Of equally short ones that nearest to the middle. */
function shortestCut({ words }: BinnedField, lastLeft: number, firstRight: number): number {
	let best = lastLeft;
	if (words.kind === 'ordered') {
		const middle = (lastLeft + firstRight - 1) / 2;
		const cost = (bin: number) => (words.limits[bin] ?? '').replace(/0+$/, '').length;
		for (let bin = lastLeft + 1; bin < firstRight; bin++) {
			const isNearer = Math.abs(bin - middle) < Math.abs(best - middle);
			best = cost(bin) < cost(best) || (cost(bin) === cost(best) && isNearer) ? bin : best;
		}
	}
	return best;
}

/** Labels without rows, rare ones and ones yet unseen go with the longer list, so that the shorter one can be written out. */
function divideLabels(field: BinnedField, left: readonly number[], values: readonly number[]): readonly AllowedBins[] {
	const first = new Uint8Array(field.bins + 1);
	for (const bin of left) {
		first[bin] = 1;
	}
	const inLeft = left.filter((bin) => bin < field.bins).length;
	if (inLeft > values.length - inLeft) {
		const here = new Set(values);
		for (let bin = 0; bin < field.bins; bin++) {
			first[bin] = here.has(bin) ? first[bin]! : 1;
		}
	}
	return [first, first.map((isIn) => 1 - isIn)];
}
