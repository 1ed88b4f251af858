import type { ColumnType } from '#shared/model/columnType.ts';
import type { SqlColumn } from '#shared/model/sqlConsole.ts';
import { EngineError } from '#shared/protocol/envelope.ts';
import { emptyBitmap, setBit } from '../columns/bitmap.ts';
import type { Column } from '../columns/Column.ts';
import { textColumn } from '../columns/textColumn.ts';
import type { RowSource } from '../export/table/RowSource.ts';
import type { SqlCell } from '../sql/sqlMessages.ts';
import { sqlNames } from '../sql/sqlNames.ts';

const BLOCK_ROWS = 50_000;
/** Rough bytes of a result that is held until its types are known. */
const MOST_BYTES = 512 * 2 ** 20;
const CELL_BYTES = 16;
const DAY_MS = 86_400_000;
const ISO_DAY = /^\d{4}-\d\d-\d\d$/;

/**
 * The rows of a query until the last one is there: only then it is known whether a column holds numbers alone, which files with types
 * need to know first. Throws `data` for a result that is too large to be held.
 */
export class ResultSpool {
	readonly #columns: readonly SqlColumn[];
	readonly #blocks: (readonly SqlCell[])[][] = [];
	#rows = 0;
	#bytes = 0;

	constructor(columns: readonly SqlColumn[]) {
		this.#columns = columns;
	}

	add(rows: readonly (readonly SqlCell[])[]): void {
		for (const row of rows) {
			if (this.#rows % BLOCK_ROWS === 0) {
				this.#blocks.push([]);
			}
			this.#blocks.at(-1)!.push(row);
			this.#rows++;
			this.#bytes += row.reduce<number>(
				(sum, cell) => sum + CELL_BYTES + (typeof cell === 'string' ? cell.length : 0),
				0,
			);
		}
		if (this.#bytes > MOST_BYTES) {
			throw new EngineError(
				'data',
				'The result is larger than 512 MB. Narrow the query, or write it with tranche sql PROJECT "…" --format csv, which has no such limit.',
			);
		}
	}

	/** Headers are made unique, since a file with types cannot hold two columns of a name. */
	source(name: string, asOfDay: number): RowSource {
		const names = sqlNames(this.#columns.map((column) => column.name));
		const types = this.#columns.map(({ type }, column) => this.#typeOf(column, type));
		return {
			name,
			rows: this.#rows,
			asOfDay,
			columns: types.map((type, column) => ({ name: names[column]!, type, scale: 0, isExact: false, isWide: true })),
			blocks: (positions) => this.#columnBlocks(types, positions),
		};
	}

	*#columnBlocks(types: readonly ColumnType[], positions: readonly number[]): Generator<Column[]> {
		for (const rows of this.#blocks) {
			yield positions.map((column) =>
				columnOf(
					types[column]!,
					rows.map((row) => row[column] ?? null),
				),
			);
		}
	}

	#typeOf(column: number, declared: ColumnType): ColumnType {
		let isNumber = true;
		let isWhole = true;
		let isDay = declared === 'date';
		for (const rows of this.#blocks) {
			for (const row of rows) {
				const cell = row[column] ?? null;
				isNumber &&= cell === null || typeof cell === 'number';
				isWhole &&= cell === null || Number.isSafeInteger(cell);
				isDay &&= cell === null || (typeof cell === 'string' && ISO_DAY.test(cell));
			}
		}
		if (isDay) {
			return 'date';
		}
		return !isNumber || (declared === 'text' && this.#isEmpty(column))
			? 'text'
			: isWhole && declared !== 'decimal'
				? 'integer'
				: 'decimal';
	}

	#isEmpty(column: number): boolean {
		return this.#blocks.every((rows) => rows.every((row) => (row[column] ?? null) === null));
	}
}

function columnOf(type: ColumnType, cells: readonly SqlCell[]): Column {
	const { length } = cells;
	const nulls = cells.includes(null) ? emptyBitmap(length) : null;
	for (const [row, cell] of cells.entries()) {
		if (nulls && cell === null) {
			setBit(nulls, row);
		}
	}
	if (type === 'date') {
		const values = Int32Array.from(cells, (cell) => (cell === null ? 0 : Date.parse(String(cell)) / DAY_MS));
		return { kind: 'date', type: 'date', length, values, nulls };
	}
	if (type === 'integer' || type === 'decimal') {
		const values = Float64Array.from(cells, (cell) => (typeof cell === 'number' ? cell : 0));
		return { kind: 'number', type, length, values, scale: 0, isExact: type === 'integer', nulls };
	}
	const texts = cells.map((cell) => (cell === null ? '' : String(cell)));
	return textColumn(texts, nulls);
}
