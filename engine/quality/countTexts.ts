import { hasBit } from '../columns/bitmap.ts';
import { decodeLabels } from '../columns/dictionary.ts';
import type { Job } from '../job.ts';
import { decodedChunks, storedChunks, type ColumnSource } from './ColumnSource.ts';
import { TextCounter } from './TextCounter.ts';

/** Counts the values of a text column: categories by their codes, other text value by value. */
export async function countTexts(source: ColumnSource, rows: number, job: Job, phase: string): Promise<TextCounter> {
	const counter = new TextCounter();
	if (source.storage.kind === 'category') {
		const dictionary = source.reader.readDictionary(source.position);
		if (dictionary === null) {
			return counter;
		}
		const labels = decodeLabels(dictionary);
		const counts = new Int32Array(labels.count);
		for (const { from, body, nulls, chunk } of storedChunks(source)) {
			for (let row = 0; row < chunk.rows; row++) {
				if (nulls === null || !hasBit(nulls, row)) {
					counts[body[row]!]!++;
				}
			}
			await job.tick(from, rows, phase);
		}
		for (let code = 0; code < labels.count; code++) {
			if (counts[code]! > 0) {
				counter.add(labels.bytes, labels.offsets[code]!, labels.offsets[code + 1]!, counts[code]!);
			}
		}
		return counter;
	}
	for (const { from, column } of decodedChunks(source)) {
		if (column.kind === 'text') {
			counter.addRows(column.offsets, column.bytes, column.nulls, column.length);
		}
		await job.tick(from, rows, phase);
	}
	return counter;
}
