import { existsSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import type { TableExportFormat, TableExportResult } from '#shared/model/tableExport.ts';
import { EngineError } from '#shared/protocol/envelope.ts';
import type { Column } from '../../columns/Column.ts';
import { gatherRows } from '../../columns/gatherRows.ts';
import type { Job } from '../../job.ts';
import { writingError } from '../writingError.ts';
import { tableFormats } from './formats.ts';
import { partialName, sweepPartials } from './partialFile.ts';
import { rowFilter, type RowFilter } from './rowFilter.ts';
import type { RowSource } from './RowSource.ts';
import type { TableFormat, TableWriter } from './TableWriter.ts';

export interface ExportOrder {
	readonly source: RowSource;
	/** One of those that people choose from, or a writer of another kind. */
	readonly format: TableExportFormat | TableFormat;
	readonly path: string;
	/** Null exports all rows. */
	readonly where: string | null;
	/** In this order; null exports all. */
	readonly columns: readonly string[] | null;
	readonly mayReplace: boolean;
	readonly job: Job;
}

/** Rows between two looks at progress and cancel. */
const ROWS_PER_TICK = 65_536;

/**
 * Writes rows to a file, block by block, under a temporary name beside it; the file appears complete or not at all. Throws `data` for
 * rules and columns that are not there, for a taken path and for a disk that is full.
 */
export async function exportTable(order: ExportOrder): Promise<TableExportResult> {
	const { source, path, job } = order;
	const chosen = chosenPositions(source, order.columns);
	const filter = order.where === null ? null : rowFilter(order.where, source);
	requireFreePath(path, order.mayReplace);
	const format = typeof order.format === 'string' ? await tableFormats[order.format]() : order.format;
	const partial = partialName(path);
	try {
		sweepPartials(path);
		rmSync(partial, { force: true });
		const writer = format.open(
			partial,
			source.name,
			chosen.map((position) => source.columns[position]!),
		);
		const { rows, notes } = await writeAll(writer, source, chosen, filter, job);
		const { size } = statSync(partial);
		renameSync(partial, path);
		return { path, rows, sizeBytes: size, notes: [...notes] };
	} catch (error) {
		rmSync(partial, { force: true });
		throw writingError(error, path);
	}
}

async function writeAll(
	writer: TableWriter,
	source: RowSource,
	chosen: readonly number[],
	filter: RowFilter | null,
	job: Job,
): Promise<{ readonly rows: number; readonly notes: readonly string[] }> {
	try {
		const positions = [...new Set([...chosen, ...(filter?.positions ?? [])])];
		const places = (wanted: readonly number[]) => wanted.map((position) => positions.indexOf(position));
		const chosenPlaces = places(chosen);
		const filterPlaces = places(filter?.positions ?? []);
		let done = 0;
		let rows = 0;
		for (const block of source.blocks(positions)) {
			const length = block[0]?.length ?? 0;
			const kept = filter?.rows(
				filterPlaces.map((place) => block[place]!),
				length,
			);
			const columns = chosenPlaces.map((place) => block[place]!);
			const count = kept?.length ?? length;
			for (let from = 0; from < count; from += ROWS_PER_TICK) {
				const end = Math.min(count, from + ROWS_PER_TICK);
				const piece = columns.map((column) => pieceOf(column, kept, from, end));
				await writer.write(piece, end - from);
				rows += end - from;
				await job.tick(done + Math.round((length * end) / Math.max(1, count)), source.rows, 'Writing rows');
			}
			done += length;
			await job.tick(done, source.rows, 'Writing rows');
		}
		const notes = await writer.finish();
		return { rows, notes };
	} catch (error) {
		writer.abandon();
		throw error;
	}
}

function pieceOf(column: Column, kept: Int32Array | undefined, from: number, end: number): Column {
	if (!kept && from === 0 && end === column.length) {
		return column;
	}
	return gatherRows(
		column,
		kept ? kept.subarray(from, end) : Int32Array.from({ length: end - from }, (_, row) => from + row),
	);
}

function chosenPositions(source: RowSource, names: readonly string[] | null): number[] {
	if (names === null) {
		return [...source.columns.keys()];
	}
	const repeated = names.find((name, index) => names.indexOf(name) !== index);
	if (repeated !== undefined) {
		throw new EngineError('data', `The column "${repeated}" is chosen twice.`);
	}
	return names.map((name) => {
		const position = source.columns.findIndex((column) => column.name === name);
		if (position < 0) {
			const known = source.columns.map((column) => column.name).join(', ');
			throw new EngineError('data', `${source.name} has no column "${name}". Its columns: ${known}.`);
		}
		return position;
	});
}

function requireFreePath(path: string, mayReplace: boolean): void {
	const found = statSync(path, { throwIfNoEntry: false });
	if (found?.isDirectory()) {
		throw new EngineError('data', `${path} is a folder. Give the name of a file.`);
	}
	if (found && !mayReplace) {
		throw new EngineError('data', `${path} is there already. Nothing was replaced: choose another name.`);
	}
	if (!existsSync(dirname(path))) {
		throw new EngineError('data', `The folder ${dirname(path)} does not exist. Make it, or choose another one.`);
	}
}
