import type { TextColumn } from '../../columns/Column.ts';
import type { ChunkReader } from '../../columns/ChunkReader.ts';
import type { EncodedChunk } from '../../columns/EncodedChunk.ts';
import { TextNumbers } from '../../columns/TextNumbers.ts';
import { MergedTexts } from './MergedTexts.ts';
import { NewTexts } from './NewTexts.ts';
import { mostRows, readChunks } from './numberChunks.ts';
import type { SortMemory } from './SortMemory.ts';
import { TextNumberThread } from './TextNumberThread.ts';

/** Chunks that the thread may be behind. */
const SLOTS = 4;

export interface NumberedTexts {
	/** Number of each row's text, chunk by chunk, -1 for none. In the memory that was given. */
	readonly numbers: readonly Int32Array[];
	/** Each text once, in order of first appearance. */
	readonly texts: TextColumn;
	/** Which of the texts each number is; numbers that are none have any. */
	readonly textOf: Int32Array;
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
	const newRows = new Int32Array(mostRows(source));
	for (const chunk of readChunks(source, column)) {
		const here = memory.int32(chunk.rows);
		const found = all.add(chunk, here, newRows);
		texts.add(chunk, newRows.subarray(0, found));
		numbers.push(here);
	}
	return { numbers, texts: texts.column(), textOf: Int32Array.from({ length: all.count }, (_, number) => number) };
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
	const merged = new MergedTexts(source.chunkRows().reduce((sum, rows) => sum + rows, 0));
	const newRows = new Int32Array(mostRows(source));
	const open: { readonly chunk: EncodedChunk; readonly newHere: Int32Array; readonly newThere: Int32Array }[] = [];
	const slots = Array.from({ length: SLOTS }, () => ({
		data: new SharedArrayBuffer(0),
		newRows: new Int32Array(new SharedArrayBuffer((newRows.length + 1) * 4)),
	}));
	let given = 0;
	for (const stored of readChunks(source, column)) {
		if (open.length === SLOTS && !finishFirst()) {
			return null;
		}
		const slot = slots[given++ % SLOTS]!;
		slot.data = roomFor(stored.data, slot.data);
		const data = new Uint8Array(slot.data, 0, stored.data.length);
		data.set(stored.data);
		const chunk = { ...stored, data };
		const here = memory.int32(chunk.rows);
		thread.give(chunk, here, slot.newRows);
		const found = own.add(chunk, here, newRows);
		open.push({ chunk, newHere: newRows.slice(0, found), newThere: slot.newRows });
		numbers.push(here);
	}
	while (open.length > 0) {
		if (!finishFirst()) {
			return null;
		}
	}
	return { numbers, ...merged.finish() };

	/** False when the thread failed. */
	function finishFirst(): boolean {
		const { chunk, newHere, newThere } = open.shift()!;
		if (!thread.hasDone(given - open.length)) {
			return false;
		}
		merged.add(chunk, newHere, newThere.subarray(1, 1 + newThere[0]!));
		return true;
	}
}

function roomFor(data: Uint8Array, known: SharedArrayBuffer): SharedArrayBuffer {
	return known.byteLength < data.length ? new SharedArrayBuffer(Math.ceil(data.length * 1.25)) : known;
}
