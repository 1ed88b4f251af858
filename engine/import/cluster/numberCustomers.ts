import type { ChunkReader } from '../../columns/ChunkReader.ts';
import type { ColumnStorage } from '../../columns/ColumnStorage.ts';
import { decodeChunks } from '../../columns/decodeChunks.ts';
import type { EncodedChunk } from '../../columns/EncodedChunk.ts';
import { encodeColumn } from '../../columns/encodeColumn.ts';
import { gatherRows } from '../../columns/gatherRows.ts';
import { KeyTable } from '../../columns/KeyTable.ts';
import { chunkColumns } from './chunkColumns.ts';
import { type CustomerRows, rowsByAppearance, rowsOfGroups } from './CustomerRows.ts';
import { readChunks } from './numberChunks.ts';
import { numberTexts } from './numberTexts.ts';
import type { SortCrew } from './SortCrew.ts';
import type { SortMemory } from './SortMemory.ts';
import { WholeKeys } from './WholeKeys.ts';

/** For fewer rows a second thread takes longer to start than it saves. */
const THREAD_ROWS = 500_000;

/**
 * Customers are in the order of their keys where those are whole numbers close together, else in order of first appearance. `seen` are
 * the keys of all rows, where they were collected before.
 */
export function numberCustomers(
	source: ChunkReader,
	column: number,
	storage: ColumnStorage,
	seen: WholeKeys | null,
	crew: SortCrew,
): CustomerRows {
	const { memory } = crew;
	if (storage.kind === 'text') {
		return storage.hasDictionary ? byTable(source, column, storage, memory) : byText(source, column, memory);
	}
	const keys = seen ?? new WholeKeys(memory);
	if (!seen) {
		for (const chunk of readChunks(source, column)) {
			keys.add(chunk);
		}
	}
	return keys.finish(storage, crew) ?? byTable(source, column, storage, memory);
}

function byText(source: ChunkReader, column: number, memory: SortMemory): CustomerRows {
	const rows = source.chunkRows().reduce((sum, count) => sum + count, 0);
	const { numbers, texts, textOf } = numberTexts(source, column, memory, rows >= THREAD_ROWS);
	return rowsOfGroups(numbers, textOf, texts);
}

function byTable(source: ChunkReader, column: number, storage: ColumnStorage, memory: SortMemory): CustomerRows {
	const groupOf: Int32Array[] = [];
	const table = new KeyTable();
	const keyChunks: EncodedChunk[] = [];
	for (const keys of chunkColumns(source, column, storage)) {
		const part = memory.int32(keys.length);
		let known = table.count;
		table.addColumn(keys, part, 0);
		const firstRows = new Int32Array(table.count - known);
		for (let row = 0, found = 0; found < firstRows.length; row++) {
			if (part[row] === known) {
				firstRows[found++] = row;
				known++;
			}
		}
		if (firstRows.length > 0) {
			keyChunks.push({ ...encodeColumn(gatherRows(keys, firstRows)), column, chunk: keyChunks.length });
		}
		groupOf.push(part);
	}
	const dictionary = storage.hasDictionary ? source.readDictionary(column) : null;
	return rowsByAppearance(groupOf, decodeChunks(keyChunks, table.count, storage, dictionary));
}
