import type { RowSource } from './RowSource.ts';
import type { SourceValue } from './TableReader.ts';

/**
 * The rows of a file that follows another one, with their columns in the order of the first file. Columns that it does not
 * have are null; what it has more, or names that stand twice, leave it as it is, so that the difference is told.
 */
export function orderColumns(rows: RowSource, names: readonly string[]): RowSource {
	const found = rows.columns.map(({ name }) => name);
	const isSame = names.length === found.length && names.every((name, column) => found[column] === name);
	if (isSame || new Set(found).size < found.length || found.some((name) => !names.includes(name))) {
		return rows;
	}
	const places = names.map((name) => found.indexOf(name));
	const ordered = (values: readonly SourceValue[]) =>
		places.map((place) => (place < 0 ? null : (values[place] ?? null)));
	return {
		columns: names.map((name, column) => rows.columns[places[column]!] ?? { name, type: null }),
		unit: rows.unit,
		get notes() {
			return rows.notes;
		},
		get progress() {
			return rows.progress;
		},
		async *batches() {
			for await (const batch of rows.batches()) {
				yield { ...batch, rows: batch.rows.map(ordered) };
			}
		},
		close: () => rows.close(),
	};
}
