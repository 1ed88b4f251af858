import type { Job } from '../../job.ts';
import type { ImportedColumn } from '../ImportedTable.ts';
import type { TableSink } from '../TableSink.ts';
import { ColumnMerger } from './ColumnMerger.ts';
import type { TablePart } from './TablePart.ts';

export interface MergedRows {
	readonly rows: number;
	readonly columns: readonly ImportedColumn[];
}

/**
 * Writes the rows of several parts one after the other into a new table. Columns are told apart by name, in the order given;
 * a part without a column has no value there. Chunks that nothing is taken out of are copied as they are.
 */
export async function mergeParts(
	parts: readonly TablePart[],
	names: readonly string[],
	sink: TableSink,
	job: Job,
	phase: string,
): Promise<MergedRows> {
	const mergers = names.map((name) => new ColumnMerger(name, parts));
	const total = parts.reduce((sum, { reader }) => sum + reader.chunkRows().length, 0);
	let written = 0;
	let done = 0;
	let rows = 0;
	for (const part of parts) {
		let from = 0;
		for (const [chunk, length] of part.reader.chunkRows().entries()) {
			const kept = keptRows(part.dropped, from, length);
			const count = kept?.length ?? length;
			if (count > 0) {
				for (const [column, merger] of mergers.entries()) {
					const { encoding, min, max, nulls, data } = merger.add(part, chunk, length, kept);
					sink.writeChunk({ column, chunk: written, rows: count, encoding, min, max, nulls, data });
				}
				written++;
				rows += count;
			}
			from += length;
			await job.tick(++done, total, phase);
		}
	}
	for (const [column, merger] of mergers.entries()) {
		const dictionary = merger.dictionary();
		if (dictionary !== null) {
			sink.writeDictionary(column, dictionary);
		}
	}
	return { rows, columns: mergers.map((merger) => merger.finish()) };
}

/** Rows of a chunk that are not dropped, counted from its first; null where none is. */
function keptRows(dropped: Int32Array, from: number, length: number): Int32Array | null {
	let next = lowerBound(dropped, from);
	const end = lowerBound(dropped, from + length);
	if (next === end) {
		return null;
	}
	const kept = new Int32Array(length - (end - next));
	let at = 0;
	for (let row = 0; row < length; row++) {
		if (next < end && dropped[next] === from + row) {
			next++;
		} else {
			kept[at++] = row;
		}
	}
	return kept;
}

function lowerBound(sorted: Int32Array, value: number): number {
	let low = 0;
	let high = sorted.length;
	while (low < high) {
		const middle = (low + high) >>> 1;
		if (sorted[middle]! < value) {
			low = middle + 1;
		} else {
			high = middle;
		}
	}
	return low;
}
