import type { TextColumn } from '../../columns/Column.ts';
import type { ChunkReader } from '../../columns/ChunkReader.ts';
import type { EncodedChunk } from '../../columns/EncodedChunk.ts';
import { TextNumbers } from '../../columns/TextNumbers.ts';
import { NewTexts } from './NewTexts.ts';
import { readChunks } from './numberChunks.ts';
import type { SortMemory } from './SortMemory.ts';
import { TextNumberThread } from './TextNumberThread.ts';

/** Chunks that the thread may be behind. */
const SLOTS = 4;

export interface NumberedTexts {
	/** Number of each row's text in order of first appearance, chunk by chunk, -1 for none. In the memory that was given. */
	readonly numbers: readonly Int32Array[];
	/** Each text once, by number. */
	readonly texts: TextColumn;
}

/** Numbers the texts of a stored column: who calls and a thread take a half each, as the hash of a text says. */
export function numberTexts(
	source: ChunkReader,
	column: number,
	memory: SortMemory,
	withThread: boolean,
): NumberedTexts {
	const thread = withThread ? new TextNumberThread() : null;
	try {
		return (thread && numberTogether(source, column, memory, thread)) ?? numberAlone(source, column, memory);
	} finally {
		thread?.close();
	}
}

function numberAlone(source: ChunkReader, column: number, memory: SortMemory): NumberedTexts {
	const numbers: Int32Array[] = [];
	const all = new TextNumbers();
	const texts = new NewTexts();
	for (const chunk of readChunks(source, column)) {
		const here = memory.int32(chunk.rows);
		all.add(chunk, here);
		texts.add(chunk, here, all.count);
		numbers.push(here);
	}
	return { numbers, texts: texts.column() };
}

/** Null when the thread failed. */
function numberTogether(
	source: ChunkReader,
	column: number,
	memory: SortMemory,
	thread: TextNumberThread,
): NumberedTexts | null {
	const numbers: Int32Array[] = [];
	const own = new TextNumbers(0);
	const texts = new NewTexts();
	/** Number plus one by the number within a part, 0 where there is none yet. What is not used of it takes no memory. */
	const rows = source.chunkRows().reduce((sum, count) => sum + count, 0);
	const known = new Int32Array(2 * rows + 2);
	const open: { readonly chunk: EncodedChunk; readonly here: Int32Array }[] = [];
	const slots = Array.from({ length: SLOTS }, () => new SharedArrayBuffer(0));
	let count = 0;
	let given = 0;
	for (const stored of readChunks(source, column)) {
		if (open.length === SLOTS && !finishFirst()) {
			return null;
		}
		const chunk = { ...stored, data: inSlot(slots, given++ % SLOTS, stored.data) };
		const here = memory.int32(chunk.rows);
		thread.give(chunk, here);
		own.add(chunk, here);
		open.push({ chunk, here });
		numbers.push(here);
	}
	while (open.length > 0) {
		if (!finishFirst()) {
			return null;
		}
	}
	return { numbers, texts: texts.column() };

	/** False when the thread failed. */
	function finishFirst(): boolean {
		const { chunk, here } = open.shift()!;
		if (!thread.hasDone(given - open.length)) {
			return false;
		}
		count = joinParts(here, known, count);
		texts.add(chunk, here, count);
		return true;
	}
}

/** Turns numbers within parts into numbers of all, of which there are `count` so far. Returns how many there are then. */
function joinParts(numbers: Int32Array, known: Int32Array, count: number): number {
	let next = count;
	for (let row = 0; row < numbers.length; row++) {
		const number = numbers[row]!;
		if (number >= 0) {
			known[number] ||= ++next;
			numbers[row] = known[number]! - 1;
		}
	}
	return next;
}

function inSlot(slots: SharedArrayBuffer[], slot: number, data: Uint8Array): Uint8Array {
	if (slots[slot]!.byteLength < data.length) {
		slots[slot] = new SharedArrayBuffer(Math.ceil(data.length * 1.25));
	}
	const copy = new Uint8Array(slots[slot]!, 0, data.length);
	copy.set(data);
	return copy;
}
