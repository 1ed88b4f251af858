import { setImmediate } from 'node:timers/promises';
import type { ColumnType } from '#shared/model/columnType.ts';
import type { ImportPlan } from '#shared/model/importPlan.ts';
import type { QuarantinedRow } from '#shared/model/table.ts';
import type { AppendedFile, TableSource } from '#shared/model/tableSource.ts';
import { EngineError } from '#shared/protocol/envelope.ts';
import { checkUnchanged, inspectFile, type FileFacts } from '../inspectFile.ts';
import { convertText } from './convertText.ts';
import { filesOfSource } from './filesOfSource.ts';
import { tableFormats } from './formats.ts';
import { LateKey } from './json/JsonRows.ts';
import { openRows, readableFile } from './openRows.ts';
import { readSourceBytes, type SourceAddress } from './readSourceBytes.ts';
import { isInPlace } from './readFileHead.ts';
import { describeDifference } from './tableShape.ts';
import { ColumnarFile } from './vectors/ColumnarFile.ts';
import { orderColumns } from './orderColumns.ts';
import { recognizeSource } from './recognize/recognizeSource.ts';
import type { RowNumbers } from './RowNumbers.ts';
import { ScratchFile } from './ScratchFile.ts';
import type { ScratchFolder } from './ScratchFolder.ts';
import { writeRows } from './writeRows.ts';

/** A file that is ready to be scanned. */
export interface PreparedFile {
	readonly file: AppendedFile;
	/** Of the file itself, whatever is scanned in its place. */
	readonly facts: FileFacts;
	/** What is scanned: the file or its converted copy. */
	readonly scannedPath: string;
	/** Whether the copy is canonical text, whose dialect is settled. */
	readonly isCanonical: boolean;
	readonly unit: 'line' | 'row';
	/** Null where the lines of what is scanned are those of the file. */
	readonly numbers: RowNumbers | null;
	/** Rows that could not be put into the copy, in order. */
	readonly rejected: readonly QuarantinedRow[];
	readonly types: readonly (ColumnType | null)[] | null;
	/** How the file is read column by column; null where `scannedPath` is scanned. */
	readonly columnar: ColumnarFile | null;
	readonly notes: readonly string[];
}

export interface PrepareOptions {
	readonly scratch: ScratchFolder;
	/** Bytes of all files that have been taken so far. Throws to cancel. */
	readonly onProgress: (done: number, total: number) => void;
}

/**
 * Makes every file of a plan scannable: delimited text in UTF-8 or windows-1252 as it is, everything else as a copy in the
 * scratch folder. Throws an EngineError for files that cannot be read.
 */
export async function prepareFiles(
	{ path, source, columns }: ImportPlan,
	{ scratch, onProgress }: PrepareOptions,
): Promise<PreparedFile[]> {
	const files = filesOfSource(path, source);
	const total = files.reduce((sum, file) => sum + inspectFile(file.path).sizeBytes, 0);
	const prepared: PreparedFile[] = [];
	let done = 0;
	for (const [index, file] of files.entries()) {
		const facts = inspectFile(file.path);
		const own = index === 0 ? source : await sourceLike(source, file);
		const tick = (bytes: number) => onProgress(Math.min(done + bytes, total), total);
		const names = index === 0 ? null : columns.map(({ name }) => name);
		prepared.push(isInPlace(own) ? inPlace(file, facts) : await convert(file, facts, own, names, scratch, tick));
		done += facts.sizeBytes;
	}
	return prepared;
}

/** Whether a plan needs no scratch folder. */
export function isScannedInPlace({ source }: ImportPlan): boolean {
	return isInPlace(source) && source.more.length === 0;
}

export function inPlace(file: AppendedFile, facts: FileFacts): PreparedFile {
	return {
		file,
		facts,
		scannedPath: file.path,
		isCanonical: false,
		unit: 'line',
		numbers: null,
		rejected: [],
		types: null,
		columnar: null,
		notes: [],
	};
}

/** A file of the same shape may be packed or encoded in another way. */
async function sourceLike({ format, part, columnStarts }: TableSource, file: AppendedFile): Promise<TableSource> {
	const entry = file.entry === null ? {} : { entry: file.entry };
	return (await recognizeSource(file.path, { format, part, ...(columnStarts && { columnStarts }), ...entry })).source;
}

async function convert(
	file: AppendedFile,
	facts: FileFacts,
	source: TableSource,
	names: readonly string[] | null,
	scratch: ScratchFolder,
	tick: (bytes: number) => void,
): Promise<PreparedFile> {
	const address = { path: file.path, container: source.container, entry: file.entry };
	const format = await tableFormats[source.format]?.();
	const copy = new ScratchFile(scratch.newFile('table.csv'));
	try {
		const isText = source.format === 'delimited' || source.format === 'fixed-width';
		if (format?.isColumnar) {
			return await openColumns(file, facts, source, names, address, scratch, tick);
		}
		return isText
			? await copyText(file, facts, source, address, copy, tick)
			: await copyRows(file, facts, source, names, address, copy, scratch, tick);
	} catch (error) {
		if (!(error instanceof EngineError) || error.code !== 'cancelled') {
			// A file that is still being written looks damaged; that it changed is what its owner can act on.
			checkUnchanged(file.path, facts);
		}
		throw error;
	} finally {
		copy.abandon();
	}
}

/** The file is read when it is loaded; only its head is looked at now. */
async function openColumns(
	file: AppendedFile,
	facts: FileFacts,
	source: TableSource,
	names: readonly string[] | null,
	address: SourceAddress,
	scratch: ScratchFolder,
	tick: (bytes: number) => void,
): Promise<PreparedFile> {
	const path = await readableFile(source, address, { scratch, onRead: tick });
	const columnar = await ColumnarFile.open(file.path, facts, path, source, names);
	return {
		...inPlace(file, facts),
		isCanonical: true,
		unit: 'row',
		types: columnar.columns.map(({ type }) => type),
		columnar,
		get notes() {
			return columnar.notes;
		},
	};
}

async function copyText(
	file: AppendedFile,
	facts: FileFacts,
	source: TableSource,
	address: SourceAddress,
	copy: ScratchFile,
	tick: (bytes: number) => void,
): Promise<PreparedFile> {
	const notes = new Set<string>();
	for await (const bytes of convertText(
		file.path,
		readSourceBytes(address, tick),
		source,
		(note) => void notes.add(note),
	)) {
		copy.write(bytes);
	}
	copy.close();
	return { ...inPlace(file, facts), scannedPath: copy.path, notes: [...notes] };
}

async function copyRows(
	file: AppendedFile,
	facts: FileFacts,
	source: TableSource,
	names: readonly string[] | null,
	address: SourceAddress,
	copy: ScratchFile,
	scratch: ScratchFolder,
	tick: (bytes: number) => void,
): Promise<PreparedFile> {
	const notes = new Set<string>();
	for (let isWhole = false; ; isWhole = true) {
		let taken = 0;
		const found = await openRows(source, address, {
			scratch,
			isWhole,
			onRead: (bytes) => {
				taken = bytes;
				tick(bytes);
			},
		});
		const isLike =
			names !== null &&
			describeDifference(
				names,
				found.columns.map(({ name }) => name),
				source.format,
			) === null;
		const rows = isLike ? orderColumns(found, names) : found;
		const write = (text: string) => copy.writeText(text);
		try {
			const written = await writeRows(file.path, rows, write, () =>
				tick(rows.progress === null ? taken : rows.progress * facts.sizeBytes),
			);
			copy.close();
			return {
				...inPlace(file, facts),
				scannedPath: copy.path,
				isCanonical: true,
				unit: rows.unit,
				...written,
				types: rows.columns.map(({ type }) => type),
				notes: [...notes, ...rows.notes],
			};
		} catch (error) {
			if (!(error instanceof LateKey) || isWhole) {
				throw error;
			}
			notes.add(`"${error.key}" first appears far into the file; every key of the file has a column.`);
			copy.clear();
			await setImmediate();
		} finally {
			rows.close();
		}
	}
}
