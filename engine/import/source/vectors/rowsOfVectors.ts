import type { SourceValue } from '../TableReader.ts';
import { vectorLength, vectorReader, type SourceVector } from './SourceVector.ts';

/** Batches of columns as batches of rows. */
export async function* rowsOfVectors(
	batches: AsyncIterable<readonly SourceVector[]>,
): AsyncGenerator<readonly (readonly SourceValue[])[]> {
	for await (const vectors of batches) {
		const reads = vectors.map((vector) => vectorReader(vector));
		const rows = vectors[0] ? vectorLength(vectors[0]) : 0;
		yield Array.from({ length: rows }, (_, row) => reads.map((read) => read(row)));
	}
}
