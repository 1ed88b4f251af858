import { decodeLabels } from '../columns/dictionary.ts';
import type { Job } from '../job.ts';
import { decodedChunks, storedChunks, type ColumnSource } from './ColumnSource.ts';
import { mixCodes, mixColumn, printsOf, type Fingerprints } from './fingerprint.ts';

/** Mixes a whole stored column into the fingerprints of the rows of its table; see mixColumn. */
export async function mixSource(source: ColumnSource, to: Fingerprints, job: Job, phase: string): Promise<void> {
	const rows = to.low.length;
	const dictionary = source.storage.kind === 'category' ? source.reader.readDictionary(source.position) : null;
	if (dictionary === null) {
		for (const { from, column } of decodedChunks(source)) {
			mixColumn(column, to, from);
			await job.tick(from, rows, phase);
		}
		return;
	}
	// Decoding per chunk would read the whole dictionary each time.
	const { count, offsets, bytes } = decodeLabels(dictionary);
	const labels = printsOf(Array.from({ length: count }, (_, code) => bytes.subarray(offsets[code], offsets[code + 1])));
	for (const { from, body, nulls, chunk } of storedChunks(source)) {
		const codes = body instanceof Float64Array ? Int32Array.from(body) : body;
		mixCodes({ codes, nulls, length: chunk.rows }, labels, to, from);
		await job.tick(from, rows, phase);
	}
}
