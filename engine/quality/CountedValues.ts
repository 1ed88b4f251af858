import { insertTop, type OrderedValues, type ValueCount } from './OrderedValues.ts';

/** Whole numbers of a narrow range by counting: one counter per possible value. */
export class CountedValues implements OrderedValues {
	readonly length: number;
	readonly distinct: number;
	readonly #min: number;
	readonly #counts: Int32Array;
	/** Entry i is the number of values below `min + i`. */
	readonly #before: Int32Array;

	/** `counts[i]` rows hold `min + i`. */
	constructor(min: number, counts: Int32Array) {
		this.#min = min;
		this.#counts = counts;
		this.#before = new Int32Array(counts.length + 1);
		let distinct = 0;
		for (let place = 0; place < counts.length; place++) {
			distinct += counts[place]! > 0 ? 1 : 0;
			this.#before[place + 1] = this.#before[place]! + counts[place]!;
		}
		this.distinct = distinct;
		this.length = this.#before[counts.length]!;
	}

	at(rank: number): number {
		let low = 0;
		let high = this.#counts.length - 1;
		while (low < high) {
			const middle = (low + high) >>> 1;
			if (this.#before[middle + 1]! > rank) {
				high = middle;
			} else {
				low = middle + 1;
			}
		}
		return this.#min + low;
	}

	below(value: number): number {
		const place = Math.ceil(value - this.#min);
		return this.#before[Math.max(0, Math.min(this.#counts.length, place))]!;
	}

	top(count: number): readonly ValueCount[] {
		const top: ValueCount[] = [];
		for (let place = 0; place < this.#counts.length; place++) {
			const rows = this.#counts[place]!;
			if (rows > 0) {
				insertTop(top, this.#min + place, rows, count);
			}
		}
		return top;
	}
}
