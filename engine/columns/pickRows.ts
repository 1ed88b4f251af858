import { hasBit, setBit } from './bitmap.ts';
import type { EncodedChunk } from './EncodedChunk.ts';
import { storedNulls, storedValues } from './storedValues.ts';

/** Some rows of a chunk, ascending, as a chunk of their own, without decoding the others. */
export function pickRows(chunk: EncodedChunk, rows: readonly number[]): EncodedChunk {
	const body = storedValues(chunk);
	const isText = chunk.encoding === 'text8' || chunk.encoding === 'text16' || chunk.encoding === 'text32';
	const picked = body.slice(0, rows.length);
	rows.forEach((row, index) => (picked[index] = body[row]!));
	const texts = isText ? textsOf(chunk.data.subarray(body.byteLength), body, rows) : new Uint8Array(0);
	const size = picked.byteLength + texts.length;
	const textBytes = isText ? sum(body, body.length) : 0;
	const bits = chunk.nulls > 0 ? storedNulls(chunk, body.byteLength + textBytes) : null;
	const nullRows = bits ? rows.flatMap((row, index) => (hasBit(bits, row) ? [index] : [])) : [];
	const nullsAt = (size + 3) & ~3;
	const words = new Uint32Array((rows.length + 31) >>> 5);
	nullRows.forEach((index) => setBit(words, index));
	const data = new Uint8Array(nullRows.length > 0 ? nullsAt + words.byteLength : size);
	data.set(new Uint8Array(picked.buffer, picked.byteOffset, picked.byteLength));
	data.set(texts, picked.byteLength);
	if (nullRows.length > 0) {
		data.set(new Uint8Array(words.buffer), nullsAt);
	}
	return { ...chunk, rows: rows.length, nulls: nullRows.length, data };
}

function textsOf(bytes: Uint8Array, lengths: ArrayLike<number>, rows: readonly number[]): Uint8Array {
	const texts = new Uint8Array(rows.reduce((total, row) => total + lengths[row]!, 0));
	let at = 0;
	let from = 0;
	let next = 0;
	for (const row of rows) {
		for (; next < row; next++) {
			from += lengths[next]!;
		}
		texts.set(bytes.subarray(from, from + lengths[row]!), at);
		at += lengths[row]!;
	}
	return texts;
}

function sum(lengths: ArrayLike<number>, count: number): number {
	let total = 0;
	for (let row = 0; row < count; row++) {
		total += lengths[row]!;
	}
	return total;
}
