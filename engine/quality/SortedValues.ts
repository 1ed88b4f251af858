import type { Job } from '../job.ts';
import { insertTop, type OrderedValues, type ValueCount } from './OrderedValues.ts';

const BLOCK = 2 ** 18;

/** Any numbers, sorted. */
export class SortedValues implements OrderedValues {
	readonly length: number;
	readonly distinct: number;
	readonly #values: Float64Array;

	/** `values` must be sorted; see sortDoubles. */
	constructor(values: Float64Array) {
		this.#values = values;
		this.length = values.length;
		let distinct = values.length > 0 ? 1 : 0;
		for (let rank = 1; rank < values.length; rank++) {
			distinct += values[rank] !== values[rank - 1] ? 1 : 0;
		}
		this.distinct = distinct;
	}

	at(rank: number): number {
		return this.#values[rank]!;
	}

	below(value: number): number {
		let low = 0;
		let high = this.length;
		while (low < high) {
			const middle = (low + high) >>> 1;
			if (this.#values[middle]! < value) {
				low = middle + 1;
			} else {
				high = middle;
			}
		}
		return low;
	}

	top(count: number): readonly ValueCount[] {
		const top: ValueCount[] = [];
		const values = this.#values;
		let from = 0;
		for (let rank = 1; rank <= values.length; rank++) {
			if (rank === values.length || values[rank] !== values[from]) {
				insertTop(top, values[from]!, rank - from, count);
				from = rank;
			}
		}
		return top;
	}
}

/** Sorts blocks, then merges them pairwise, so that cancelling and other requests get in between. Returns the sorted array. */
export async function sortDoubles(values: Float64Array, job: Job, phase: string): Promise<Float64Array> {
	for (let from = 0; from < values.length; from += BLOCK) {
		values.subarray(from, Math.min(values.length, from + BLOCK)).sort();
		await job.tick(from, null, phase);
	}
	let source = values;
	let target: Float64Array = new Float64Array(values.length > BLOCK ? values.length : 0);
	for (let width = BLOCK; width < values.length; width *= 2) {
		for (let from = 0; from < values.length; from += 2 * width) {
			mergeRuns(source, target, from, Math.min(values.length, from + width), Math.min(values.length, from + 2 * width));
			await job.tick(from, null, phase);
		}
		[source, target] = [target, source];
	}
	return source;
}

function mergeRuns(source: Float64Array, target: Float64Array, from: number, middle: number, end: number): void {
	let left = from;
	let right = middle;
	for (let at = from; at < end; at++) {
		if (left < middle && (right >= end || source[left]! <= source[right]!)) {
			target[at] = source[left++]!;
		} else {
			target[at] = source[right++]!;
		}
	}
}
