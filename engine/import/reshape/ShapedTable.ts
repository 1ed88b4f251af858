import type { ColumnType } from '#shared/model/columnType.ts';
import type { TableMapping } from '#shared/model/tableMapping.ts';
import type { ChunkReader } from '../../columns/ChunkReader.ts';
import type { Column } from '../../columns/Column.ts';
import type { ColumnStorage } from '../../columns/ColumnStorage.ts';
import { gatherRows } from '../../columns/gatherRows.ts';
import { readColumn } from '../../columns/readRows.ts';
import type { ImportedColumn } from '../ImportedTable.ts';
import { storageOf } from './storageOf.ts';

export interface ShapedColumn {
	readonly name: string;
	readonly type: ColumnType;
	readonly storage: ColumnStorage;
	/** Bytes of the labels that the codes of a category stand for. */
	readonly dictionary: Uint8Array | null;
	/** The whole column, made anew at each call. */
	read(): Column;
}

/** The rows of a table as its role counts them, before they are sorted by customer. Steps make new tables of it. */
export interface ShapedTable {
	readonly rows: number;
	readonly columns: readonly ShapedColumn[];
	readonly mapping: TableMapping;
}

/** The table as it is stored. */
export function storedTable(
	mapping: TableMapping,
	columns: readonly ImportedColumn[],
	source: ChunkReader,
): ShapedTable {
	return {
		rows: source.chunkRows().reduce((sum, rows) => sum + rows, 0),
		mapping,
		columns: columns.map(({ summary, storage }, position) => ({
			name: summary.name,
			type: summary.type,
			storage,
			dictionary: storage.hasDictionary ? source.readDictionary(position) : null,
			read: () => readColumn(source, position, storage),
		})),
	};
}

/** The column that plays a part; null where none does. */
export function columnOfField(table: ShapedTable, field: string): ShapedColumn | null {
	return table.columns.find(({ name }) => name === table.mapping.fields[field]) ?? null;
}

/** The table with another column in a part. No header of a file begins with the sign that made columns are named by. */
export function withMadeColumn(table: ShapedTable, field: string, column: Column): ShapedTable {
	const made = madeColumn(`\u0000${field}`, column);
	const { mapping } = table;
	return {
		...table,
		columns: [...table.columns.filter(({ name }) => name !== made.name), made],
		mapping: { ...mapping, fields: { ...mapping.fields, [field]: made.name } },
	};
}

export function madeColumn(name: string, column: Column): ShapedColumn {
	const { storage, dictionary } = storageOf(column);
	return { name, type: column.type, storage, dictionary, read: () => column };
}

/** The column with row r taken from row `rows[r]`, -1 for no value. */
export function pickedColumn(column: ShapedColumn, rows: Int32Array): ShapedColumn {
	return { ...column, read: () => gatherRows(column.read(), rows) };
}
