import { assertNever } from '#shared/base/assertNever.ts';
import type { Cell } from '#shared/model/columnType.ts';
import { emptyBitmap, setBit } from '../../columns/bitmap.ts';
import type { ChunkReader } from '../../columns/ChunkReader.ts';
import type { Bitmap, Column } from '../../columns/Column.ts';
import type { ColumnStorage } from '../../columns/ColumnStorage.ts';
import type { EncodedChunk } from '../../columns/EncodedChunk.ts';
import { encodeColumn } from '../../columns/encodeColumn.ts';
import type { PartColumn, TablePart } from './TablePart.ts';

const MS_PER_DAY = 86_400_000;
const MAX_INT32 = 0x7fffffff;
const encoder = new TextEncoder();

/** Rows that were typed or read again, as one chunk in memory. */
class CellChunks implements ChunkReader {
	private readonly rows: number;
	private readonly columns: readonly Column[];

	constructor(rows: number, columns: readonly Column[]) {
		this.rows = rows;
		this.columns = columns;
	}

	chunkRows(): readonly number[] {
		return this.rows === 0 ? [] : [this.rows];
	}

	readChunk(column: number, chunk: number): EncodedChunk {
		return { ...encodeColumn(this.columns[column]!), column, chunk };
	}

	readDictionary(): null {
		return null;
	}
}

/** Rows of cells as a part of the table whose columns are given. */
export function partOfCells(
	rows: readonly (readonly Cell[])[],
	columns: readonly { readonly name: string; readonly storage: ColumnStorage }[],
): TablePart {
	const built = columns.map(({ storage }, column) =>
		columnOf(
			rows.map((cells) => cells[column] ?? null),
			storage,
		),
	);
	return {
		reader: new CellChunks(rows.length, built),
		columns: columns.map(({ name, storage }, position): PartColumn => ({
			name,
			position,
			storage: storageOf(built[position]!, storage),
		})),
		dropped: new Int32Array(0),
	};
}

/** Cells as a column of the kind of a stored one: text is kept as text, numbers in the same minor units. */
export function columnOf(cells: readonly Cell[], { kind, type, scale, isExact }: ColumnStorage): Column {
	const length = cells.length;
	const nulls = nullsOf(cells);
	switch (kind) {
		case 'number': {
			const values = Float64Array.from(cells, (cell) => {
				const value = Number(cell ?? 0);
				return isExact ? Math.round(value * 10 ** scale) : value;
			});
			return { kind, type: type === 'integer' ? 'integer' : 'decimal', length, values, scale, isExact, nulls };
		}
		case 'date':
			return {
				kind,
				type: 'date',
				length,
				values: Int32Array.from(cells, (cell) => Math.floor(timeOf(cell) / MS_PER_DAY)),
				nulls,
			};
		case 'timestamp':
			return { kind, type: 'timestamp', length, values: Float64Array.from(cells, timeOf), nulls };
		case 'boolean':
			return {
				kind,
				type: 'boolean',
				length,
				values: Uint8Array.from(cells, (cell) => (cell === true ? 1 : 0)),
				nulls,
			};
		case 'category':
		case 'text': {
			const texts = cells.map((cell) => (cell === null ? new Uint8Array(0) : encoder.encode(String(cell))));
			const offsets = new Int32Array(length + 1);
			for (const [row, text] of texts.entries()) {
				offsets[row + 1] = offsets[row]! + text.length;
			}
			return { kind: 'text', type: 'text', length, offsets, bytes: Buffer.concat(texts), nulls };
		}
		default:
			return assertNever(kind);
	}
}

function timeOf(cell: Cell): number {
	return cell === null ? 0 : Date.parse(String(cell));
}

function nullsOf(cells: readonly Cell[]): Bitmap | null {
	if (!cells.includes(null)) {
		return null;
	}
	const nulls = emptyBitmap(cells.length);
	for (const [row, cell] of cells.entries()) {
		if (cell === null) {
			setBit(nulls, row);
		}
	}
	return nulls;
}

function storageOf(column: Column, like: ColumnStorage): ColumnStorage {
	const isWide =
		column.kind === 'number' && column.values.some((value) => !Number.isInteger(value) || Math.abs(value) > MAX_INT32);
	return { ...like, kind: column.kind, isWide, hasDictionary: false };
}
