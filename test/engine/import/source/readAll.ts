import type { SourceValue, TableReader } from '../../../../engine/import/source/TableReader.ts';

/** A whole table: column names, rows, and the notes as they stand at the end. Closes the reader. */
export async function readAll(reader: TableReader): Promise<{
	readonly names: string[];
	readonly rows: (readonly SourceValue[])[];
	readonly notes: readonly string[];
}> {
	try {
		const rows: (readonly SourceValue[])[] = [];
		for await (const batch of reader.batches()) {
			rows.push(...batch);
		}
		return { names: reader.columns.map(({ name }) => name), rows, notes: reader.notes };
	} finally {
		reader.close();
	}
}
