import { expect, test } from 'vitest';
import type { ChunkReader } from '../../../../engine/columns/ChunkReader.ts';
import { cellOf } from '../../../../engine/columns/cellOf.ts';
import { encodeText } from '../../../../engine/columns/encodeChunk.ts';
import { numberTexts } from '../../../../engine/import/cluster/numberTexts.ts';
import { SortMemory } from '../../../../engine/import/cluster/SortMemory.ts';

const CHUNK_ROWS = [1, 700, 3, 5000, 900, 40, 2000, 1, 1300];

/** A column of texts in chunks, some of them longer than any before. */
function sourceOf(texts: readonly string[]): ChunkReader {
	return {
		chunkRows: () => CHUNK_ROWS,
		readChunk: (column, chunk) => {
			const from = CHUNK_ROWS.slice(0, chunk).reduce((sum, rows) => sum + rows, 0);
			const parts = texts.slice(from, from + CHUNK_ROWS[chunk]!).map((text) => Buffer.from(text));
			const offsets = new Int32Array(parts.length + 1);
			parts.forEach((part, row) => (offsets[row + 1] = offsets[row]! + part.length));
			return { column, chunk, ...encodeText(offsets, Buffer.concat(parts), parts.length, null) };
		},
		readDictionary: () => {
			throw new Error('There is none');
		},
	};
}

test('a thread and its caller number texts as one alone does: in order of first appearance', () => {
	const rows = CHUNK_ROWS.reduce((sum, count) => sum + count, 0);
	const texts = Array.from({ length: rows }, (_, row) =>
		row % 13 === 0 ? '' : row % 4 === 0 ? `customer number ${(row * 31) % 2503} of many` : `K${(row * 7919) % 997}`,
	);
	const distinct = [...new Set(texts.filter((text) => text !== ''))];
	for (const withThread of [false, true]) {
		const found = numberTexts(sourceOf(texts), 0, new SortMemory(), withThread);
		expect(Array.from({ length: found.texts.length }, (_, number) => cellOf(found.texts, number))).toEqual(distinct);
		const textsOfRows = found.numbers.flatMap((part) => Array.from(part, (number) => found.textOf[number] ?? -1));
		expect(textsOfRows).toEqual(texts.map((text) => distinct.indexOf(text)));
	}
});
