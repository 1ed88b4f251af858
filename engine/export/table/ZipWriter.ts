import { once } from 'node:events';
import { closeSync, openSync, writeSync } from 'node:fs';
import { crc32, createDeflateRaw, type DeflateRaw } from 'node:zlib';

const LOCAL_RECORD = 0x04034b50;
const DIRECTORY_RECORD = 0x02014b50;
const END_RECORD = 0x06054b50;
const VERSION = 20;
const UTF8_FLAG = 0x0800;
const DEFLATED = 8;
/** 1 January 1980, so that equal content gives equal files. */
const DOS_DATE = 0x21;
/** Speed over size: sheets shrink to about a tenth at any level. */
const LEVEL = 3;
/** Without the 64-bit extension, which some readers lack. */
export const MAX_ENTRY_BYTES = 4_000_000_000;

interface Entry {
	readonly name: Buffer;
	readonly offset: number;
	checksum: number;
	packedBytes: number;
	sizeBytes: number;
}

/**
 * A zip archive written entry after entry as a stream; sizes and checksums are put into the local record once they are known, since
 * not every reader takes them from behind the data.
 */
export class ZipWriter {
	private readonly file: number;
	private readonly entries: Entry[] = [];
	private at = 0;
	private current: { readonly entry: Entry; readonly deflate: DeflateRaw } | null = null;
	private failure: Error | null = null;

	/** The path must be free. */
	constructor(path: string) {
		this.file = openSync(path, 'wx');
	}

	/** Unpacked bytes of the entry that is being written. */
	get entryBytes(): number {
		return this.current?.entry.sizeBytes ?? 0;
	}

	begin(name: string): void {
		const entry: Entry = { name: Buffer.from(name), offset: this.at, checksum: 0, packedBytes: 0, sizeBytes: 0 };
		this.append(localRecord(entry));
		const deflate = createDeflateRaw({ level: LEVEL, chunkSize: 256 * 1024 });
		deflate.on('data', (bytes: Buffer) => {
			try {
				entry.packedBytes += bytes.length;
				this.append(bytes);
			} catch (error) {
				deflate.destroy(error instanceof Error ? error : new Error(String(error)));
			}
		});
		deflate.on('error', (error) => (this.failure = error));
		this.current = { entry, deflate };
		this.entries.push(entry);
	}

	/** Resolves once the compressor can take more. */
	async write(text: string): Promise<void> {
		const { entry, deflate } = this.require();
		const bytes = Buffer.from(text);
		entry.checksum = crc32(bytes, entry.checksum);
		entry.sizeBytes += bytes.length;
		await new Promise<void>((resolve) => deflate.write(bytes, () => resolve()));
		this.throwFailure();
	}

	async end(): Promise<void> {
		const { entry, deflate } = this.require();
		deflate.end();
		await once(deflate, 'close');
		this.throwFailure();
		const record = localRecord(entry);
		writeSync(this.file, record, 0, record.length, entry.offset);
		this.current = null;
	}

	/** Writes the directory and closes the file. */
	finish(): void {
		const start = this.at;
		for (const entry of this.entries) {
			this.append(directoryRecord(entry));
		}
		const record = Buffer.alloc(22);
		record.writeUInt32LE(END_RECORD, 0);
		record.writeUInt16LE(this.entries.length, 8);
		record.writeUInt16LE(this.entries.length, 10);
		record.writeUInt32LE(this.at - start, 12);
		record.writeUInt32LE(start, 16);
		this.append(record);
		closeSync(this.file);
	}

	abandon(): void {
		this.current?.deflate.removeAllListeners('data').destroy();
		closeSync(this.file);
	}

	private require(): { readonly entry: Entry; readonly deflate: DeflateRaw } {
		if (!this.current) {
			throw new Error('No entry of the archive is open');
		}
		return this.current;
	}

	private append(bytes: Uint8Array): void {
		if (this.at + bytes.length > 0xffffffff) {
			throw new Error('The archive would be larger than 4 GB');
		}
		for (let written = 0; written < bytes.length;) {
			written += writeSync(this.file, bytes, written, bytes.length - written, this.at + written);
		}
		this.at += bytes.length;
	}

	private throwFailure(): void {
		if (this.failure) {
			throw this.failure;
		}
	}
}

function localRecord({ name, checksum, packedBytes, sizeBytes }: Entry): Buffer {
	const record = Buffer.alloc(30 + name.length);
	record.writeUInt32LE(LOCAL_RECORD, 0);
	writeFacts(record, 4, { checksum, packedBytes, sizeBytes, name });
	name.copy(record, 30);
	return record;
}

function directoryRecord({ name, offset, checksum, packedBytes, sizeBytes }: Entry): Buffer {
	const record = Buffer.alloc(46 + name.length);
	record.writeUInt32LE(DIRECTORY_RECORD, 0);
	record.writeUInt16LE(VERSION, 4);
	writeFacts(record, 6, { checksum, packedBytes, sizeBytes, name });
	record.writeUInt32LE(offset, 42);
	name.copy(record, 46);
	return record;
}

/** What local and directory records have in common, in the same order. */
function writeFacts(
	record: Buffer,
	at: number,
	{ checksum, packedBytes, sizeBytes, name }: Omit<Entry, 'offset'>,
): void {
	record.writeUInt16LE(VERSION, at);
	record.writeUInt16LE(UTF8_FLAG, at + 2);
	record.writeUInt16LE(DEFLATED, at + 4);
	record.writeUInt16LE(DOS_DATE, at + 8);
	record.writeUInt32LE(checksum, at + 10);
	record.writeUInt32LE(packedBytes, at + 14);
	record.writeUInt32LE(sizeBytes, at + 18);
	record.writeUInt16LE(name.length, at + 22);
}
