import { parquetSchema, type DecodedArray } from 'hyparquet';
import { EngineError } from '#shared/protocol/envelope.ts';
import { nameColumns } from '../../nameColumns.ts';
import type { TablePart } from '../TablePart.ts';
import type { SourceValue, TableReader } from '../TableReader.ts';
import { ColumnPages } from './ColumnPages.ts';
import { columnValues, type ColumnValues } from './columnValues.ts';
import { ParquetFile } from './ParquetFile.ts';

const BATCH_ROWS = 4096;

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

	async *batches(): AsyncGenerator<readonly (readonly SourceValue[])[]> {
		for (const group of this.file.metadata.row_groups) {
			const rows = Number(group.num_rows);
			const cursors = this.placed.map(({ chunk, values }) => {
				const column = group.columns[chunk]?.meta_data;
				if (!column) {
					throw this.file.refused('its footer is damaged');
				}
				return new ColumnCursor(new ColumnPages(this.file, column, values, rows), values);
			});
			for (let from = 0; from < rows; from += BATCH_ROWS) {
				const count = Math.min(BATCH_ROWS, rows - from);
				const batch = Array.from({ length: count }, (): SourceValue[] => []);
				for (const [index, cursor] of cursors.entries()) {
					this.guarded(index, () => cursor.fill(batch));
				}
				this.done += count;
				yield await Promise.resolve(batch);
			}
			this.lost += cursors.reduce((sum, cursor) => sum + cursor.lost, 0);
		}
	}

	close(): void {
		this.file.close();
	}

	/** Whatever the decoder stumbles over is damage of the file. */
	private guarded(column: number, work: () => void): void {
		try {
			work();
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

/** Takes the values of one column out of its pages. */
class ColumnCursor {
	lost = 0;
	private readonly pages: ColumnPages;
	private readonly values: ColumnValues;
	private page: DecodedArray = [];
	private at = 0;

	constructor(pages: ColumnPages, values: ColumnValues) {
		this.pages = pages;
		this.values = values;
	}

	/** Adds a value to each row. Throws where the pages end too early. */
	fill(batch: readonly SourceValue[][]): void {
		for (const row of batch) {
			while (this.at === this.page.length) {
				const next = this.pages.next();
				if (next === null) {
					throw new Error('its pages end too early');
				}
				this.page = next;
				this.at = 0;
			}
			const raw: unknown = this.page[this.at++];
			const isNull = raw === null || raw === undefined;
			const value = isNull ? null : this.values.read(raw);
			this.lost += value === null && !isNull ? 1 : 0;
			row.push(value);
		}
	}
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
