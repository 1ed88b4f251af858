import { counted } from '#shared/base/counted.ts';
import type { QuarantinedRow } from '#shared/model/table.ts';
import { EngineError } from '#shared/protocol/envelope.ts';
import type { Column } from '../columns/Column.ts';
import { cellOf } from '../columns/cellOf.ts';
import { decodeChunks } from '../columns/decodeChunks.ts';
import { NULL_TOKENS } from '../import/scan/nullTokens.ts';
import type { Job } from '../job.ts';
import type { ProjectStore } from '../store/ProjectStore.ts';
import type { StoredTable } from '../store/StoredTable.ts';
import type { Quarantine } from './Quarantine.ts';
import { EXCLUDED } from './quarantineGroups.ts';
import { partOfTable, reviseTable } from './reviseTable.ts';

/**
 * Takes rows out of a table and puts them into its quarantine under the name of the exclusion, from where they can be loaded
 * again. Undoable. `rows` are ascending.
 */
export async function excludeRows(
	store: ProjectStore,
	quarantine: Quarantine,
	table: StoredTable,
	rows: Int32Array,
	name: string,
	job: Job,
): Promise<StoredTable> {
	if (rows.length === 0) {
		throw new EngineError('data', `No row of ${table.name} is of this kind any more.`);
	}
	function* batches(): Generator<QuarantinedRow[]> {
		yield* quarantine.all(table);
		yield* excluded(store, table, rows, `${EXCLUDED}${name}`);
	}
	return reviseTable(
		store,
		table,
		{
			parts: [partOfTable(store, table, rows)],
			names: table.columns.map(({ summary }) => summary.name),
			quarantine: batches(),
			file: table.file,
			origin: table.origin,
			label: `Exclude ${counted(rows.length, 'row')} of ${table.name}: ${name}`,
			phase: `Excluding rows of ${table.name}`,
		},
		job,
	);
}

/** The rows as text in the table's dialect, dates as ISO text; the line is that of the table, its header counted. */
function* excluded(
	store: ProjectStore,
	table: StoredTable,
	rows: Int32Array,
	reason: string,
): Generator<QuarantinedRow[]> {
	const reader = store.tables.chunks(table.id);
	const dictionaries = table.columns.map(({ storage }, position) =>
		storage.hasDictionary ? reader.readDictionary(position) : null,
	);
	const { delimiter } = table.dialect;
	let from = 0;
	let next = 0;
	for (const [chunk, length] of reader.chunkRows().entries()) {
		const wanted: number[] = [];
		while (next < rows.length && rows[next]! < from + length) {
			wanted.push(rows[next++]! - from);
		}
		if (wanted.length > 0) {
			const columns = table.columns.map(({ storage }, position) =>
				decodeChunks([reader.readChunk(position, chunk)], length, storage, dictionaries[position]!),
			);
			const start = from;
			yield wanted.map((row) => ({
				line: start + row + 2,
				reason,
				text: columns.map((column) => fieldText(column, row, delimiter)).join(delimiter),
			}));
		}
		from += length;
	}
}

function fieldText(column: Column, row: number, delimiter: string): string {
	const cell = cellOf(column, row);
	if (cell === null) {
		return '';
	}
	const text = String(cell);
	const isText = column.kind === 'category' || column.kind === 'text';
	const needsQuotes = text.includes(delimiter) || /["\r\n]/.test(text) || (isText && NULL_TOKENS.includes(text));
	return needsQuotes ? `"${text.replaceAll('"', '""')}"` : text;
}
