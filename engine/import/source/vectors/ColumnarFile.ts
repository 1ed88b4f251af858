import { setImmediate } from 'node:timers/promises';
import type { TableSource } from '#shared/model/tableSource.ts';
import type { FileFacts } from '../../inspectFile.ts';
import type { FileSample } from '../../sampleFile.ts';
import type { Morsel } from '../../scan/MorselReader.ts';
import type { ScanPlan } from '../../scan/ScanPlan.ts';
import { canonicalHead } from '../canonicalHead.ts';
import { requireFormat } from '../openRows.ts';
import { orderColumns } from '../orderColumns.ts';
import { rowSourceOf } from '../RowSource.ts';
import type { SourceColumn, TableReader } from '../TableReader.ts';
import { describeDifference } from '../tableShape.ts';
import { BATCH_ROWS, VectorMorsels } from './VectorMorsels.ts';

/** Less than this per row and column, no batch is made smaller. */
const MAX_BATCH_CELLS = 2 ** 23;

/** A file of a format that holds columns, read from its first row on as often as it takes. */
export class ColumnarFile {
	readonly columns: readonly SourceColumn[];
	/** Its first rows in canonical text, from which formats are chosen. */
	readonly sample: FileSample;
	/** Complete once the file has been read. */
	notes: readonly string[];
	readonly #path: string;
	readonly #source: TableSource;
	/** Column of the file for each of the table. */
	readonly #places: readonly number[];

	private constructor(
		path: string,
		source: TableSource,
		sample: FileSample,
		{ columns, notes }: Pick<TableReader, 'columns' | 'notes'>,
		places: readonly number[],
	) {
		this.columns = columns;
		this.sample = sample;
		this.notes = notes;
		this.#path = path;
		this.#source = source;
		this.#places = places;
	}

	/**
	 * `path` is the file without its container, `shownPath` what messages call it. `names` are the columns of the first file, whose
	 * order this one takes on where it has the same.
	 */
	static async open(
		shownPath: string,
		facts: FileFacts,
		path: string,
		source: TableSource,
		names: readonly string[] | null,
	): Promise<ColumnarFile> {
		const reader = await openReader(source, path);
		try {
			const found = reader.columns.map(({ name }) => name);
			const isLike = names !== null && describeDifference(names, found, source.format) === null;
			const order = isLike ? names : found;
			const rows = isLike ? orderColumns(rowSourceOf(reader), names) : rowSourceOf(reader);
			const sample = await canonicalHead(shownPath, facts, rows);
			const places = order.map((name) => found.indexOf(name));
			return new ColumnarFile(path, source, sample, { columns: rows.columns, notes: reader.notes }, places);
		} finally {
			reader.close();
		}
	}

	/** Calls `take` with every morsel and the share of the file that has been read. */
	async read(plan: ScanPlan, take: (morsel: Morsel, share: number) => void): Promise<void> {
		const reader = await openReader(this.#source, this.#path);
		try {
			const morsels = new VectorMorsels(plan);
			const maxRows = Math.max(1, Math.min(BATCH_ROWS, Math.floor(MAX_BATCH_CELLS / this.columns.length)));
			for await (const vectors of reader.vectors(maxRows)) {
				const ordered = this.#places.flatMap((place) => vectors[place] ?? []);
				for (const morsel of morsels.morsels(ordered)) {
					take(morsel, reader.progress ?? 0);
					await setImmediate();
				}
			}
			this.notes = reader.notes;
		} finally {
			reader.close();
		}
	}
}

async function openReader(source: TableSource, path: string): Promise<ColumnarReader> {
	const reader = await (await requireFormat(source)).open(path, source.part);
	if (!holdsColumns(reader)) {
		reader.close();
		throw new Error('The format does not hold columns');
	}
	return reader;
}

type ColumnarReader = TableReader & Required<Pick<TableReader, 'vectors'>>;

function holdsColumns(reader: TableReader): reader is ColumnarReader {
	return reader.vectors !== undefined;
}
