import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import type { SourceContainer } from '#shared/model/tableSource.ts';
import { EngineError } from '#shared/protocol/envelope.ts';
import { ZipFile } from './xlsx/ZipFile.ts';

const CHUNK_BYTES = 512 * 1024;
/** Deflate reaches 1032 to 1; exports of long runs of equal rows stay below 100. */
const MAX_RATIO = 300;
const RATIO_MATTERS_BYTES = 64 * 2 ** 20;
export const MAX_UNPACKED_BYTES = 256 * 2 ** 30;

/** Where the bytes of a table's file lie. */
export interface SourceAddress {
	readonly path: string;
	readonly container: SourceContainer;
	/** Name of the file within a zip archive. */
	readonly entry: string | null;
}

/**
 * The bytes of a file as they are without its container, piece by piece; never more than a few pieces are in memory. `onRead`
 * is told how many bytes of the packed file have been taken so far. Throws an EngineError for archives that are damaged,
 * locked by a password, or unpack beyond measure: what their headers claim is never relied on.
 */
export async function* readSourceBytes(
	{ path, container, entry }: SourceAddress,
	onRead: (bytes: number) => void = () => undefined,
): AsyncGenerator<Uint8Array> {
	switch (container) {
		case 'none':
			yield* readPlain(path, onRead);
			return;
		case 'gzip':
			yield* readGzip(path, onRead);
			return;
		case 'zip':
			yield* readEntry(path, entry, onRead);
	}
}

async function* readPlain(path: string, onRead: (bytes: number) => void): AsyncGenerator<Uint8Array> {
	const file = createReadStream(path, { highWaterMark: CHUNK_BYTES });
	let read = 0;
	try {
		for await (const chunk of file) {
			const bytes = asBytes(chunk);
			read += bytes.length;
			onRead(read);
			yield bytes;
		}
	} finally {
		file.destroy();
	}
}

/** Members that follow each other are one text, as gzip has it (RFC 1952, 2.2). */
async function* readGzip(path: string, onRead: (bytes: number) => void): AsyncGenerator<Uint8Array> {
	const file = createReadStream(path, { highWaterMark: CHUNK_BYTES });
	const gunzip = createGunzip({ chunkSize: CHUNK_BYTES });
	file.on('error', (error) => gunzip.destroy(error));
	let unpacked = 0;
	try {
		for await (const chunk of file.pipe(gunzip)) {
			const bytes = asBytes(chunk);
			unpacked += bytes.length;
			checkMeasure(path, file.bytesRead, unpacked);
			onRead(file.bytesRead);
			yield bytes;
		}
	} catch (error) {
		throw isZlibError(error)
			? new EngineError('data', `${path} is damaged or cut off: it cannot be unpacked. Ask for the file again.`, {
					cause: error,
				})
			: error;
	} finally {
		file.destroy();
		gunzip.destroy();
	}
}

async function* readEntry(
	path: string,
	entry: string | null,
	onRead: (bytes: number) => void,
): AsyncGenerator<Uint8Array> {
	const archive = new ZipFile(path);
	try {
		const found = entry === null ? undefined : archive.entries.get(entry);
		if (!found) {
			throw new EngineError('data', `${path} has no file ${entry ?? ''} in it.`);
		}
		let unpacked = 0;
		for await (const bytes of archive.stream(found)) {
			unpacked += bytes.length;
			checkMeasure(path, archive.bytesRead, unpacked);
			onRead(archive.bytesRead);
			yield bytes;
		}
	} finally {
		archive.close();
	}
}

function checkMeasure(path: string, packed: number, unpacked: number): void {
	if (unpacked > RATIO_MATTERS_BYTES && unpacked > packed * MAX_RATIO) {
		throw new EngineError(
			'data',
			`${path} unpacks to more than ${MAX_RATIO} times its size, which no honest table does. It was not read further.`,
		);
	}
	if (unpacked > MAX_UNPACKED_BYTES) {
		throw new EngineError(
			'data',
			`${path} unpacks to more than ${MAX_UNPACKED_BYTES / 2 ** 30} GB. Unpack it yourself and import the parts you need.`,
		);
	}
}

function asBytes(chunk: unknown): Uint8Array {
	if (chunk instanceof Uint8Array) {
		return chunk;
	}
	throw new TypeError('A byte stream gave something else');
}

function isZlibError(error: unknown): boolean {
	return error instanceof Error && 'code' in error && typeof error.code === 'string' && error.code.startsWith('Z_');
}
