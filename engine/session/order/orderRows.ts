import { hasBit } from '../../columns/bitmap.ts';
import type { ChunkReader } from '../../columns/ChunkReader.ts';
import type { Column } from '../../columns/Column.ts';
import type { ColumnStorage } from '../../columns/ColumnStorage.ts';
import { labelsOf } from '../../columns/dictionary.ts';
import { readColumn } from '../../columns/readRows.ts';
import type { Job } from '../../job.ts';
import { FoldedTexts } from './FoldedTexts.ts';
import { orderTexts } from './orderTexts.ts';
import { radixOrder } from './radixOrder.ts';

const TICK_ROWS = 1_000_000;

/** The rows of a table in the order of one of its columns. */
export interface RowOrder {
	/** Row numbers, first those with a value in ascending order, then those without one; equal ones in the order of the file. */
	readonly rows: Uint32Array;
	/** How many have a value. */
	readonly filled: number;
}

/** Reads and sorts a whole column: numbers and days by value, texts as FoldedTexts says. `phase` names it in the progress. */
export async function orderRows(
	reader: ChunkReader,
	position: number,
	storage: ColumnStorage,
	job: Job,
	phase: string,
): Promise<RowOrder> {
	const column = readColumn(reader, position, storage);
	const { rows, filled } = rowsWithValueFirst(column);
	const order = rows.subarray(0, filled);
	let waiting = 0;
	let done = 0;
	const tick = (count: number): Promise<void> | null => {
		waiting += count;
		if (waiting < TICK_ROWS) {
			return null;
		}
		done += waiting;
		waiting = 0;
		return job.tick(done, null, phase);
	};
	await job.tick(0, null, phase);
	if (column.kind === 'text') {
		await orderTexts(order, await fold(column, job, phase), tick);
	} else {
		for (const { keys, bits } of await sortKeys(column)) {
			await radixOrder(order, 0, filled, keys, bits, tick);
		}
	}
	return { rows, filled };
}

function rowsWithValueFirst({ length, nulls }: Column): RowOrder {
	const rows = new Uint32Array(length);
	let filled = 0;
	for (let row = 0; row < length; row++) {
		if (!nulls || !hasBit(nulls, row)) {
			rows[filled++] = row;
		}
	}
	let next = filled;
	for (let row = 0; nulls && row < length; row++) {
		if (hasBit(nulls, row)) {
			rows[next++] = row;
		}
	}
	return { rows, filled };
}

async function fold(column: Column & { readonly kind: 'text' }, job: Job, phase: string): Promise<FoldedTexts> {
	const texts = new FoldedTexts();
	for (let row = 0; row < column.length; row++) {
		texts.add(column.bytes, column.offsets[row]!, column.offsets[row + 1]!);
		if (row % TICK_ROWS === TICK_ROWS - 1) {
			await job.tick(row, null, phase);
		}
	}
	return texts;
}

interface SortKeys {
	readonly keys: Uint32Array;
	readonly bits: number;
}

/** Unsigned numbers in the same order as the values, the less significant word first. */
async function sortKeys(column: Exclude<Column, { readonly kind: 'text' }>): Promise<SortKeys[]> {
	if (column.kind === 'category') {
		const ranks = await labelRanks(column.labels);
		const keys = new Uint32Array(column.length);
		for (let row = 0; row < keys.length; row++) {
			keys[row] = ranks[column.codes[row]!]!;
		}
		return [{ keys, bits: bitsOf(column.labels.length) }];
	}
	const { values } = column;
	let min = Infinity;
	let max = -Infinity;
	const isWhole = values instanceof Float64Array ? areWhole(values) : true;
	for (let row = 0; row < values.length; row++) {
		const value = values[row]!;
		min = value < min ? value : min;
		max = value > max ? value : max;
	}
	if (isWhole && max - min < 2 ** 32) {
		const keys = new Uint32Array(values.length);
		for (let row = 0; row < keys.length; row++) {
			keys[row] = values[row]! - min;
		}
		return [{ keys, bits: bitsOf(max - min + 1) }];
	}
	const low = new Uint32Array(values.length);
	const high = new Uint32Array(values.length);
	const double = new Float64Array(1);
	const words = new Uint32Array(double.buffer);
	for (let row = 0; row < values.length; row++) {
		// Negative nought is nought.
		double[0] = values[row]! + 0;
		// The bits of a double rise with it; those of negative ones fall.
		const flip = words[1]! >>> 31 === 1 ? 0xffffffff : 0;
		low[row] = words[0]! ^ flip;
		high[row] = (words[1]! ^ (flip | 0x80000000)) >>> 0;
	}
	return [
		{ keys: low, bits: 32 },
		{ keys: high, bits: 32 },
	];
}

function areWhole(values: Float64Array): boolean {
	for (let row = 0; row < values.length; row++) {
		if (values[row] !== Math.floor(values[row]!)) {
			return false;
		}
	}
	return true;
}

/** Labels that are the same when compared have the same rank. */
async function labelRanks(labels: readonly string[]): Promise<Uint32Array> {
	const texts = new FoldedTexts();
	const { bytes, offsets } = labelsOf(labels);
	labels.forEach((_, code) => texts.add(bytes, offsets[code]!, offsets[code + 1]!));
	const order = Uint32Array.from(labels, (_, code) => code);
	await orderTexts(order, texts, () => null);
	const ranks = new Uint32Array(labels.length);
	let rank = 0;
	for (let at = 1; at < order.length; at++) {
		rank += texts.compare(order[at - 1]!, order[at]!, 0) === 0 ? 0 : 1;
		ranks[order[at]!] = rank;
	}
	return ranks;
}

function bitsOf(count: number): number {
	return Math.max(1, Math.ceil(Math.log2(count)));
}
