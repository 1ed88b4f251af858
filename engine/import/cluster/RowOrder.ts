import type { CustomerRows } from './CustomerRows.ts';
import type { SortCrew } from './SortCrew.ts';
import { PART_ROWS, type SortCall } from './SortKernel.ts';
import type { SortMemory } from './SortMemory.ts';

const WORD_BYTES = Uint32Array.BYTES_PER_ELEMENT;
const HALF_WORD_BYTES = Uint16Array.BYTES_PER_ELEMENT;
/** Parts that are a call's: few enough that two threads end at about the same time. */
const STEP_PARTS = 16;

/** Consecutive parts, and their rows in the new order. */
export interface PartRange {
	readonly first: number;
	readonly count: number;
	readonly from: number;
	readonly length: number;
}

/** Where the rows of a table go when they are sorted by customer, within a customer in the order of the file. See SortKernel. */
export class RowOrder {
	/** Rows with a customer. */
	readonly length: number;
	readonly memory: SortMemory;
	/** First row of each part, in the new order, and the end of the last. */
	readonly bounds: Uint32Array;
	/** Address of the place within its part of each row, by part. */
	readonly places: number;
	/** Addresses of the parts of the rows of each chunk, 0xffff without a customer. */
	readonly #parts: readonly number[];
	readonly #rows: readonly number[];
	/** By chunk and part. */
	readonly #starts: Uint32Array;
	/** Room for a word a part. */
	readonly heads: number;
	#buffer = new Int32Array(0);

	/** Works in the place of `groupOf`, which is of no use afterwards. */
	constructor(rows: CustomerRows, crew: SortCrew) {
		const { groupOf, offsets } = rows;
		const { memory } = crew;
		const firstCustomers = divide(offsets);
		const partCount = firstCustomers.length - 1;
		this.memory = memory;
		this.length = offsets.at(-1)!;
		this.#rows = groupOf.map(({ length }) => length);
		this.bounds = memory.uint32(partCount + 1);
		this.bounds.set(firstCustomers.map((customer) => offsets[customer]!));
		this.heads = memory.reserve(partCount * WORD_BYTES);
		this.#starts = memory.uint32(groupOf.length * partCount).fill(0);
		this.#takeWords(rows, firstCustomers, crew);
		startsFromCounts(this.#starts, this.bounds, groupOf.length);
		const places = this.#findPlaces(rows, firstCustomers, crew);

		// Parts and places go where the words were.
		const words = groupOf[0]?.byteOffset ?? 0;
		let at = words;
		this.#parts = groupOf.map((part) => {
			const start = at;
			memory.kernel.keepParts(part.byteOffset, part.length, start);
			at += part.length * HALF_WORD_BYTES;
			return start;
		});
		this.places = at;
		new Uint8Array(memory.buffer).copyWithin(this.places, places, places + this.length * HALF_WORD_BYTES);
		memory.giveBack(places);
	}

	/** Turns groups into words, and counts the rows of each chunk and part. */
	#takeWords({ groupOf, groups, customerOf }: CustomerRows, firstCustomers: readonly number[], crew: SortCrew): void {
		const wordOf = this.memory.uint32(groups);
		fillWords(wordOf, customerOf, firstCustomers);
		const calls = groupOf.map(({ byteOffset, length }, chunk): SortCall => {
			return ['takeWords', byteOffset, length, wordOf.byteOffset, this.#startsOf(chunk)];
		});
		crew.share(calls, calls);
		this.memory.giveBack(wordOf.byteOffset);
	}

	/** The address of the place of each row within its part, by part. */
	#findPlaces({ groupOf, offsets }: CustomerRows, firstCustomers: readonly number[], crew: SortCrew): number {
		const { memory, heads, bounds } = this;
		const partCount = this.#partCount;
		const places = memory.reserve(this.length * HALF_WORD_BYTES);
		const headsThere = memory.reserve(partCount * WORD_BYTES);
		const spreadCustomers = (room: number) =>
			groupOf.map(({ byteOffset, length }, chunk): SortCall => {
				return ['spreadCustomers', byteOffset, length, this.#startsOf(chunk), room, 0, partCount, 0, places];
			});
		crew.share(spreadCustomers(heads), spreadCustomers(headsThere));

		const firsts = memory.uint32(partCount + 1);
		firsts.set(firstCustomers);
		const starts = memory.int32(offsets.length);
		starts.set(offsets);
		const [next, nextThere] = [memory.reserve(PART_ROWS * WORD_BYTES), memory.reserve(PART_ROWS * WORD_BYTES)];
		const takePlaces = (room: number) =>
			[...stepsOf(partCount)].map(([first, count]): SortCall => {
				return ['takePlaces', places, bounds.byteOffset, first, count, firsts.byteOffset, starts.byteOffset, room];
			});
		crew.share(takePlaces(next), takePlaces(nextThere));
		return places;
	}

	/** What SortKernel needs of the rows of a chunk. */
	chunk(chunk: number) {
		return { parts: this.#parts[chunk]!, rows: this.#rows[chunk]!, starts: this.#startsOf(chunk) };
	}

	/** All parts, as many at once as have at most so many rows, or a single one. */
	*ranges(mostRows: number): Generator<PartRange> {
		const { bounds } = this;
		for (let first = 0, end = 0; end + 1 < bounds.length; first = end) {
			const from = bounds[first]!;
			end = first + 1;
			while (end + 1 < bounds.length && bounds[end + 1]! - from <= mostRows) {
				end++;
			}
			yield { first, count: end - first, from, length: bounds[end]! - from };
		}
	}

	/** Place of each row of a chunk in the new order, -1 without a customer. Good until the next call. */
	placesOf(chunk: number): Int32Array {
		const { buffer } = this.memory;
		const rows = this.#rows[chunk]!;
		const parts = new Uint16Array(buffer, this.#parts[chunk]!, rows);
		const places = new Uint16Array(buffer, this.places, this.length);
		const heads = this.#starts.slice(chunk * this.#partCount, (chunk + 1) * this.#partCount);
		this.#buffer = this.#buffer.length < rows ? new Int32Array(rows) : this.#buffer;
		for (let row = 0; row < rows; row++) {
			const part = parts[row]!;
			if (part >= heads.length) {
				this.#buffer[row] = -1;
			} else {
				const at = heads[part]!++;
				const from = this.bounds[part]!;
				this.#buffer[row] = this.bounds[part + 1]! - from > PART_ROWS ? at : from + places[at]!;
			}
		}
		return this.#buffer.subarray(0, rows);
	}

	get #partCount(): number {
		return this.bounds.length - 1;
	}

	#startsOf(chunk: number): number {
		return this.#starts.byteOffset + chunk * this.#partCount * WORD_BYTES;
	}
}

function* stepsOf(parts: number): Generator<readonly [first: number, count: number]> {
	for (let first = 0; first < parts; first += STEP_PARTS) {
		yield [first, Math.min(STEP_PARTS, parts - first)];
	}
}

/** First customer of each part, and the end of the last. */
function divide(offsets: Int32Array): number[] {
	const firsts = [0];
	const customers = offsets.length - 1;
	for (let customer = 1; customer <= customers; customer++) {
		const first = firsts.at(-1)!;
		if (customer > first + 1 && offsets[customer]! - offsets[first]! > PART_ROWS) {
			firsts.push(customer - 1);
		}
	}
	return customers === 0 ? firsts : [...firsts, customers];
}

/** Part and customer within the part of each group; see SortKernel.takeWords. */
function fillWords(wordOf: Uint32Array, customerOf: Int32Array, firstCustomers: readonly number[]): void {
	const words = new Uint32Array(firstCustomers.at(-1)!);
	for (let part = 0; part + 1 < firstCustomers.length; part++) {
		const first = firstCustomers[part]!;
		for (let customer = first; customer < firstCustomers[part + 1]!; customer++) {
			words[customer] = part * 65_536 + customer - first;
		}
	}
	for (let group = 0; group < wordOf.length; group++) {
		wordOf[group] = words[customerOf[group]!]!;
	}
}

/** Turns the rows of each chunk and part into where they start. */
function startsFromCounts(counts: Uint32Array, bounds: Uint32Array, chunks: number): void {
	const parts = bounds.length - 1;
	for (let part = 0; part < parts; part++) {
		let start = bounds[part]!;
		for (let chunk = 0; chunk < chunks; chunk++) {
			const count = counts[chunk * parts + part]!;
			counts[chunk * parts + part] = start;
			start += count;
		}
	}
}
