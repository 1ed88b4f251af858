import { hasBit } from '../../columns/bitmap.ts';
import type { Bitmap } from '../../columns/Column.ts';
import type { ColumnStorage } from '../../columns/ColumnStorage.ts';
import type { EncodedChunk } from '../../columns/EncodedChunk.ts';
import type { CustomerRows } from './CustomerRows.ts';
import { readNumbers } from './numberChunks.ts';
import type { SortCrew } from './SortCrew.ts';
import { make, type SortCall } from './SortKernel.ts';
import type { SortMemory } from './SortMemory.ts';

/** Keys that span at most this many times the number of rows are their own groups, and never more than can be in memory. */
const GROUP_SPAN = 4;
const SMALL_SPAN = 65_536;
const MOST_GROUPS = 2 ** 26;
/** More would take too much memory to be counted twice. */
const SHARED_GROUPS = 2 ** 22;

/** Collects keys of customers, chunk by chunk, as long as they are whole numbers. */
export class WholeKeys {
	readonly #memory: SortMemory;
	readonly #keys: Int32Array[] = [];
	#areWhole = true;
	/** By chunk. */
	readonly #nulls = new Map<number, Bitmap>();

	constructor(memory: SortMemory) {
		this.#memory = memory;
	}

	/** Chunks come in order. */
	add(chunk: EncodedChunk): void {
		const { encoding } = chunk;
		this.#areWhole &&= encoding === 'u8' || encoding === 'u16' || encoding === 'i32';
		if (!this.#areWhole) {
			this.#keys.length = 0;
			return;
		}
		const keys = this.#memory.int32(chunk.rows);
		const nulls = readNumbers(chunk, keys);
		if (nulls) {
			this.#nulls.set(this.#keys.length, nulls.slice());
		}
		this.#keys.push(keys);
	}

	/** Customers in the order of their keys, where those are close together; else null. Uses up what was collected. */
	finish({ kind, isExact, isWide, scale, min, max }: ColumnStorage, crew: SortCrew): CustomerRows | null {
		const rows = this.#keys.reduce((sum, { length }) => sum + length, 0);
		const most = Math.max(SMALL_SPAN, Math.min(rows * GROUP_SPAN, MOST_GROUPS));
		const isWhole = this.#areWhole && kind === 'number' && isExact && !isWide && scale === 0;
		return isWhole && min !== null && max !== null && max - min < most ? this.#byValue(min, max - min + 1, crew) : null;
	}

	#byValue(min: number, groups: number, crew: SortCrew): CustomerRows {
		const counts = countGroups(this.#keys, this.#nulls, min, groups, crew);
		const customers = countPositive(counts);
		const offsets = new Int32Array(new SharedArrayBuffer((customers + 1) * 4));
		const values = new Int32Array(new SharedArrayBuffer(customers * 4));
		const customerOf = counts;
		let customer = 0;
		for (let group = 0; group < groups; group++) {
			const count = counts[group]!;
			customerOf[group] = customer;
			if (count > 0) {
				values[customer] = group + min;
				offsets[customer + 1] = offsets[customer]! + count;
				customer++;
			}
		}
		return {
			groupOf: this.#keys,
			groups,
			customerOf,
			customers,
			keys: { kind: 'number', type: 'integer', length: customers, values, scale: 0, isExact: true, nulls: null },
			offsets,
		};
	}
}

/** Turns keys into groups, in the same arrays, -1 where there is none. Returns the rows of each group. */
function countGroups(
	chunks: readonly Int32Array[],
	nulls: ReadonlyMap<number, Bitmap>,
	min: number,
	groups: number,
	crew: SortCrew,
): Int32Array {
	const { memory } = crew;
	const counts = memory.int32(groups).fill(0);
	const countsThere = groups <= SHARED_GROUPS ? memory.int32(groups).fill(0) : null;
	const whole = chunks.filter((_, chunk) => !nulls.has(chunk));
	const countKeys = ({ byteOffset }: Int32Array) =>
		whole.map((keys): SortCall => ['countKeys', keys.byteOffset, keys.length, min, byteOffset]);
	if (countsThere) {
		crew.share(countKeys(counts), countKeys(countsThere));
	} else {
		countKeys(counts).forEach((call) => make(memory.kernel, call));
	}
	const all = new Int32Array(groups);
	for (let group = 0; group < groups; group++) {
		all[group] = counts[group]! + (countsThere ? countsThere[group]! : 0);
	}
	memory.giveBack(counts.byteOffset);
	for (const [chunk, bits] of nulls) {
		countKnown(chunks[chunk]!, bits, min, all);
	}
	return all;
}

function countKnown(keys: Int32Array, nulls: Bitmap, min: number, counts: Int32Array): void {
	for (let row = 0; row < keys.length; row++) {
		const group = hasBit(nulls, row) ? -1 : keys[row]! - min;
		keys[row] = group;
		if (group >= 0) {
			counts[group]!++;
		}
	}
}

function countPositive(counts: Int32Array): number {
	let positive = 0;
	for (let group = 0; group < counts.length; group++) {
		positive += counts[group]! > 0 ? 1 : 0;
	}
	return positive;
}
