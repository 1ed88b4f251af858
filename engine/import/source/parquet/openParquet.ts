import { parquetSchema, type RowGroup } from 'hyparquet';
import { EngineError } from '#shared/protocol/envelope.ts';
import { nameColumns } from '../../nameColumns.ts';
import type { TablePart } from '../TablePart.ts';
import type { SourceValue, TableReader } from '../TableReader.ts';
import { joinVectors } from '../vectors/joinVectors.ts';
import { rowsOfVectors } from '../vectors/rowsOfVectors.ts';
import { sliceVector } from '../vectors/sliceVector.ts';
import { vectorLength, type SourceVector } from '../vectors/SourceVector.ts';
import { ColumnPages } from './ColumnPages.ts';
import { columnValues, type ColumnValues } from './columnValues.ts';
import { ParquetFile } from './ParquetFile.ts';

const BATCH_ROWS = 4096;
const MAX_BATCH_BYTES = 64 * 2 ** 20;
const BYTES_PER_CELL = 8;

interface PlacedColumn {
	/** Position in the column chunks of a row group. */
	readonly chunk: number;
	readonly header: string;
	readonly values: ColumnValues;
}

/**
 * A Parquet file, which is one table; `part` is not looked at. One page per column is in memory at a time. Columns of a nested type
 * are left out with a note; a file of nothing else is refused.
 */
export async function openParquet(path: string, _part: string | null): Promise<TableReader> {
	const file = new ParquetFile(path);
	try {
		return await Promise.resolve(new ParquetReader(file));
	} catch (error) {
		file.close();
		throw error;
	}
}

/** One nameless part; its rows with the header that the file does not need. */
export async function listParquetParts(path: string): Promise<readonly TablePart[]> {
	const file = new ParquetFile(path);
	file.close();
	return Promise.resolve([{ name: '', state: 'visible', rows: file.rows + 1 }]);
}

class ParquetReader implements TableReader {
	readonly columns: TableReader['columns'];
	private readonly file: ParquetFile;
	private readonly placed: readonly PlacedColumn[];
	private readonly startNotes: readonly string[];
	/** Rows that have been read. */
	private done = 0;
	/** Numbers that are none: NaN and the infinities. */
	private lost = 0;

	constructor(file: ParquetFile) {
		this.file = file;
		const { placed, leftOut } = placeColumns(file);
		if (placed.length === 0) {
			throw file.refused('all of its columns hold lists or structures. Export it with plain columns');
		}
		const { names, changes } = nameColumns(
			placed.map(({ header }) => header),
			placed.length,
		);
		this.placed = placed;
		this.columns = names.map((name, index) => ({ name, type: placed[index]?.values.type ?? null }));
		this.startNotes = [
			...leftOut.map(
				(name) => `The column ${name} holds lists, structures or other values that no table has, and was left out.`,
			),
			...changes,
		];
	}

	get progress(): number {
		return this.file.rows === 0 ? 1 : this.done / this.file.rows;
	}

	get notes(): readonly string[] {
		return this.lost === 0
			? this.startNotes
			: [
					...this.startNotes,
					`Read as no value because they are no numbers or days (such as NaN): ${this.lost.toLocaleString('en')} cells.`,
				];
	}

	batches(): AsyncGenerator<readonly (readonly SourceValue[])[]> {
		return rowsOfVectors(this.vectors(BATCH_ROWS));
	}

	async *vectors(maxRows: number): AsyncGenerator<readonly SourceVector[]> {
		const cursors = this.placed.map(({ chunk, values }) => new ColumnCursor(this.file, chunk, values));
		let groupRowsBefore = 0;
		for (const group of this.file.metadata.row_groups) {
			groupRowsBefore += Number(group.num_rows);
			const wanted = Math.min(maxRows, rowsInMemory(group));
			while (this.done < groupRowsBefore) {
				const count = Math.min(wanted, this.file.rows - this.done);
				const vectors = cursors.map((cursor, index) => this.guarded(index, () => cursor.take(count)));
				this.done += count;
				this.lost = cursors.reduce((sum, { lost }) => sum + lost, 0);
				yield await Promise.resolve(vectors);
			}
		}
	}

	close(): void {
		this.file.close();
	}

	/** Whatever the decoder stumbles over is damage of the file. */
	private guarded<T>(column: number, work: () => T): T {
		try {
			return work();
		} catch (error) {
			if (error instanceof EngineError) {
				throw error;
			}
			const reason = error instanceof Error ? error.message : String(error);
			throw this.file.refused(
				`the column ${this.columns[column]?.name} is damaged near row ${(this.done + 1).toLocaleString('en')} (${reason})`,
			);
		}
	}
}

/** Takes the values of one column out of its pages, group by group. */
class ColumnCursor {
	private readonly file: ParquetFile;
	private readonly chunk: number;
	private readonly values: ColumnValues;
	private group = 0;
	private pages: ColumnPages | null = null;
	private page: SourceVector = { kind: 'values', values: [] };
	private at = 0;
	private lostBefore = 0;

	constructor(file: ParquetFile, chunk: number, values: ColumnValues) {
		this.file = file;
		this.chunk = chunk;
		this.values = values;
	}

	get lost(): number {
		return this.lostBefore + (this.pages?.lost ?? 0);
	}

	/** The next `count` rows. Throws where the pages end too early. */
	take(count: number): SourceVector {
		const parts: SourceVector[] = [];
		for (let left = count; left > 0;) {
			const length = vectorLength(this.page);
			if (this.at === length) {
				this.page = this.nextPage();
				this.at = 0;
				continue;
			}
			const taken = Math.min(left, length - this.at);
			parts.push(taken === length ? this.page : sliceVector(this.page, this.at, this.at + taken));
			this.at += taken;
			left -= taken;
		}
		return joinVectors(parts);
	}

	private nextPage(): SourceVector {
		for (;;) {
			const page = this.pages?.next() ?? null;
			if (page !== null) {
				return page;
			}
			const group = this.file.metadata.row_groups[this.group++];
			if (!group) {
				throw new Error('its pages end too early');
			}
			const column = group.columns[this.chunk]?.meta_data;
			if (!column) {
				throw this.file.refused('its footer is damaged');
			}
			this.lostBefore = this.lost;
			this.pages = new ColumnPages(this.file, column, this.values, Number(group.num_rows));
		}
	}
}

/** So many rows of a group take no more than MAX_BATCH_BYTES, if its columns are as long as it says. */
function rowsInMemory({ num_rows: rows, columns }: RowGroup): number {
	const bytes = columns.reduce((sum, { meta_data: column }) => sum + Number(column?.total_uncompressed_size ?? 0), 0);
	const perRow = Math.max(columns.length * BYTES_PER_CELL, bytes / Math.max(1, Number(rows)));
	return Math.max(1, Math.floor(MAX_BATCH_BYTES / perRow));
}

/** Column chunks stand in the order of the leaves of the schema, depth first. */
function placeColumns(file: ParquetFile): { readonly placed: PlacedColumn[]; readonly leftOut: string[] } {
	const placed: PlacedColumn[] = [];
	const leftOut: string[] = [];
	let chunk = 0;
	for (const { element, children } of parquetSchema(file.metadata).children) {
		const isFlat = children.length === 0 && element.repetition_type !== 'REPEATED';
		const values = isFlat ? columnValues(element) : null;
		if (values) {
			placed.push({ chunk, header: element.name, values });
		} else {
			leftOut.push(element.name);
		}
		chunk += leavesOf({ children });
	}
	return { placed, leftOut };
}

interface SchemaNode {
	readonly children: readonly SchemaNode[];
}

function leavesOf({ children }: SchemaNode): number {
	return children.length === 0 ? 1 : children.reduce((sum, child) => sum + leavesOf(child), 0);
}
