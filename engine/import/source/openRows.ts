import { EngineError } from '#shared/protocol/envelope.ts';
import { formatNames, type TableSource } from '#shared/model/tableSource.ts';
import { tableFormats } from './formats.ts';
import { openJson } from './json/JsonRows.ts';
import { listOfKey } from './json/TopLevelLists.ts';
import { readSourceBytes, type SourceAddress } from './readSourceBytes.ts';
import { rowSourceOf, type RowSource } from './RowSource.ts';
import type { ScratchFolder } from './ScratchFolder.ts';
import { ScratchFile } from './ScratchFile.ts';
import { isWriteAhead, leaveWriteAhead, refuseUnfinished } from './sqlite/writeAhead.ts';
import { transcodeBytes } from './text/transcodeBytes.ts';

export interface OpenOptions {
	/** Where formats that need a file of their own are unpacked. */
	readonly scratch: ScratchFolder;
	/** Bytes of the packed file that have been read. */
	readonly onRead: (bytes: number) => void;
	/** Collects the columns of JSON from the whole file, not its head. */
	readonly isWhole: boolean;
}

/** The rows of a table in any format but delimited and fixed-width text. The caller closes it. */
export async function openRows(source: TableSource, address: SourceAddress, options: OpenOptions): Promise<RowSource> {
	const { format } = source;
	if (format === 'json' || format === 'json-lines') {
		const open = () => {
			const bytes = readSourceBytes(address, options.onRead);
			const text = source.encoding === null ? bytes : transcodeBytes(bytes, source.encoding);
			return format === 'json' && source.part !== null ? listOfKey(text, source.part) : text;
		};
		return openJson({ path: address.path, format, open }, options.isWhole);
	}
	const reader = await requireFormat(source);
	return rowSourceOf(await reader.open(await readableFile(source, address, options), source.part));
}

export async function requireFormat({ format }: TableSource) {
	const load = tableFormats[format];
	if (!load) {
		throw new EngineError(
			'data',
			`The file is ${formatNames[format]}, which cannot be read as a table of another kind.`,
		);
	}
	return load();
}

/**
 * The path of a file that the reader of its format can open: unpacked first where it lies in a container, and copied where
 * opening it would leave traces beside it.
 */
export async function readableFile(
	{ format }: TableSource,
	address: SourceAddress,
	{ scratch, onRead }: Pick<OpenOptions, 'scratch' | 'onRead'>,
): Promise<string> {
	const isDatabase = format === 'sqlite';
	if (isDatabase && address.container === 'none') {
		refuseUnfinished(address.path);
	}
	if (address.container === 'none' && !(isDatabase && isWriteAhead(address.path))) {
		return address.path;
	}
	const file = new ScratchFile(scratch.newFile('unpacked'));
	try {
		for await (const bytes of readSourceBytes(address, onRead)) {
			file.write(bytes);
		}
		file.close();
	} finally {
		file.abandon();
	}
	if (isDatabase) {
		leaveWriteAhead(file.path);
	}
	return file.path;
}
