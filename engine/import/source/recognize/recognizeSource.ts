import { closeSync, openSync, readSync } from 'node:fs';
import { extname } from 'node:path';
import { assertNever } from '#shared/base/assertNever.ts';
import { formatNames, type SourceContainer, type SourceFormat, type TableSource } from '#shared/model/tableSource.ts';
import { EngineError } from '#shared/protocol/envelope.ts';
import type { DialectFinding } from '#shared/model/importPlan.ts';
import { foreignLines } from '../../encoding/foreignLines.ts';
import { guessEncoding } from '../../encoding/guessEncoding.ts';
import { inspectFile, type FileFacts } from '../../inspectFile.ts';
import { sampleFile } from '../../sampleFile.ts';
import { detectColumnStarts } from '../text/detectColumnStarts.ts';
import { findApostrophes } from '../text/findApostrophes.ts';
import { readHead } from '../readHead.ts';
import type { SourceAddress } from '../readSourceBytes.ts';
import { archiveEntries } from './archiveEntries.ts';
import { detectFormat } from './detectFormat.ts';
import { detectUtf16 } from './detectUtf16.ts';
import { startsWith } from './refuseForeignFormat.ts';

/** Enough text for the dialect and the types, and quick to unpack. */
const HEAD_BYTES = 2 ** 20;
const LINES = 200;
/** Enough to see what encloses texts. */
const QUOTED_BYTES = 64 * 1024;

export interface RecognizedSource {
	readonly source: TableSource;
	readonly facts: FileFacts;
	readonly address: SourceAddress;
	readonly entries: readonly { readonly name: string; readonly sizeBytes: number }[];
	/** First bytes without the container. */
	readonly head: Uint8Array;
	readonly isHeadComplete: boolean;
	/** First lines of fixed-width text. */
	readonly lines: readonly string[];
	/** How the encoding was told, where the text is turned into UTF-8. */
	readonly encodingFinding: EncodingFinding | null;
	readonly notes: readonly string[];
}

export interface EncodingFinding extends Pick<DialectFinding, 'confidence' | 'reason'> {
	/** Whether somebody should have a look. */
	readonly isOpen: boolean;
}

/**
 * What a file is: its container, the file within, format, encoding; what `wanted` sets is taken as it is. Told from the
 * content; a name that says something else is noted. Throws an EngineError for files that cannot be read.
 */
export async function recognizeSource(path: string, wanted: Partial<TableSource>): Promise<RecognizedSource> {
	const facts = inspectFile(path);
	const packed = wanted.container ?? containerOf(path);
	const archive = packed === 'zip' ? archiveEntries(path) : null;
	const container: SourceContainer = archive?.isWorkbook ? 'none' : packed;
	const entries = (archive?.entries ?? []).map(({ name, sizeBytes }) => ({ name, sizeBytes }));
	const entry = container === 'zip' ? (wanted.entry ?? entries[0]?.name ?? null) : null;
	const address = { path, container, entry };
	const { bytes: head, isComplete } = await readHead(address, HEAD_BYTES);
	if (head.length === 0) {
		throw new EngineError('data', `${nameOf(address)} is empty.`);
	}
	const detected = detectFormat(nameOf(address), head, isComplete);
	if (container !== 'none' && detected.format === 'xlsx' && !looksLikeWorkbook(head)) {
		throw new EngineError(
			'data',
			`${nameOf(address)} is an archive within an archive. Unpack it and import the file inside.`,
		);
	}
	const format = wanted.format ?? detected.format;
	const told = wanted.encoding === undefined ? tellEncoding(format, address, head, isComplete) : null;
	const encoding = wanted.encoding !== undefined ? wanted.encoding : (told?.encoding ?? null);
	const apostrophes = format === 'delimited' ? apostrophesOf(wanted, head, encoding) : null;
	const lines = format === 'fixed-width' ? linesOf(head, encoding, isComplete) : [];
	return {
		source: {
			format,
			container,
			entry,
			part: wanted.part ?? null,
			encoding,
			columnStarts: format === 'fixed-width' ? (wanted.columnStarts ?? detectColumnStarts(lines) ?? [0]) : null,
			...(apostrophes === null ? {} : { apostrophes }),
			more: wanted.more ?? [],
		},
		facts,
		address,
		entries,
		head,
		isHeadComplete: isComplete,
		lines,
		encodingFinding: told,
		notes: [
			...(wanted.format === undefined ? nameNotes(address, format) : []),
			...archiveNotes(address, entries.length),
		],
	};
}

/** By the names of its first files, since a workbook within a container cannot be opened before it is unpacked. */
function looksLikeWorkbook(head: Uint8Array): boolean {
	const bytes = Buffer.from(head.buffer, head.byteOffset, head.byteLength);
	return bytes.includes('[Content_Types].xml') || bytes.includes('xl/');
}

/** The path for messages, with the file inside an archive. */
export function nameOf({ path, entry }: SourceAddress): string {
	return entry === null ? path : `${entry} in ${path}`;
}

function containerOf(path: string): SourceContainer {
	const head = new Uint8Array(4);
	const fd = openSync(path, 'r');
	try {
		readSync(fd, head);
	} finally {
		closeSync(fd);
	}
	if (startsWith(head, [0x1f, 0x8b])) {
		return 'gzip';
	}
	return startsWith(head, [0x50, 0x4b, 0x03, 0x04]) || startsWith(head, [0x50, 0x4b, 0x05, 0x06]) ? 'zip' : 'none';
}

interface ToldEncoding extends EncodingFinding {
	readonly encoding: NonNullable<TableSource['encoding']>;
}

/** The encoding from which a file has to be turned into UTF-8. None for delimited text in windows-1252, which is left to the dialect. */
function tellEncoding(
	format: SourceFormat,
	address: SourceAddress,
	head: Uint8Array,
	isComplete: boolean,
): ToldEncoding | null {
	switch (format) {
		case 'delimited':
		case 'fixed-width':
		case 'json':
		case 'json-lines': {
			const wide = detectUtf16(head);
			if (wide !== null) {
				return { ...wide, isOpen: wide.confidence < 0.9 };
			}
			const { encoding, ...finding } = guessEncoding(linesToTellBy(format, address, head, isComplete));
			const isScanned = encoding === 'windows-1252' && format === 'delimited';
			return encoding === 'utf-8' || isScanned ? null : { encoding, ...finding };
		}
		case 'xlsx':
		case 'parquet':
		case 'arrow':
		case 'sqlite':
			return null;
		default:
			return assertNever(format);
	}
}

/** Of a long file that is not packed, also lines far behind the head. */
function linesToTellBy(
	format: SourceFormat,
	{ path, container }: SourceAddress,
	head: Uint8Array,
	isComplete: boolean,
) {
	const first = foreignLines([head], isComplete);
	const isSampled = format === 'delimited' && container === 'none' && !isComplete && first.proper + first.foreign === 0;
	return isSampled ? foreignLines([head, ...sampleFile(path).pieces], isComplete) : first;
}

function apostrophesOf({ apostrophes }: Partial<TableSource>, head: Uint8Array, encoding: TableSource['encoding']) {
	const text = () => new TextDecoder(encoding ?? 'utf-8').decode(head.subarray(0, QUOTED_BYTES));
	return apostrophes === undefined ? findApostrophes(text()) : apostrophes;
}

function linesOf(head: Uint8Array, encoding: TableSource['encoding'], isComplete: boolean): string[] {
	const lines = new TextDecoder(encoding ?? 'utf-8').decode(head).split(/\r\n|\n|\r/);
	return (isComplete ? lines : lines.slice(0, -1)).slice(0, LINES);
}

const formatOfEnding: Readonly<Record<string, readonly SourceFormat[]>> = {
	csv: ['delimited'],
	tsv: ['delimited'],
	json: ['json', 'json-lines'],
	jsonl: ['json-lines', 'json'],
	ndjson: ['json-lines', 'json'],
	xlsx: ['xlsx'],
	xlsm: ['xlsx'],
	xls: [],
	parquet: ['parquet'],
	arrow: ['arrow'],
	feather: ['arrow'],
	ipc: ['arrow'],
	sqlite: ['sqlite'],
	sqlite3: ['sqlite'],
};

function nameNotes({ path, container, entry }: SourceAddress, format: SourceFormat): string[] {
	const name = entry ?? (container === 'gzip' ? path.replace(/\.(gz|gzip)$/i, '') : path);
	const ending = extname(name).slice(1).toLowerCase();
	const expected = formatOfEnding[ending];
	return expected && !expected.includes(format)
		? [`The name ends in .${ending}, but the content is ${formatNames[format]}; it is read as that.`]
		: [];
}

function archiveNotes({ entry }: SourceAddress, count: number): string[] {
	return count > 1 ? [`The archive holds ${count} files; ${entry} is read. Another one can be chosen.`] : [];
}
