import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { Readable } from 'node:stream';
import { createInflateRaw } from 'node:zlib';
import { EngineError } from '#shared/protocol/envelope.ts';

const MAX_ENTRIES = 20_000;
const MAX_DIRECTORY_BYTES = 64 * 2 ** 20;
const MAX_TOTAL_BYTES = 16 * 2 ** 30;
/** Deflate reaches 1032 to 1; sheets of equal rows stay below 100. */
const MAX_RATIO = 300;
const RATIO_MATTERS_BYTES = 4 * 2 ** 20;
const CHUNK_BYTES = 256 * 1024;

const END_RECORD = 0x06054b50;
const END_RECORD_BYTES = 22;
const ZIP64_LOCATOR = 0x07064b50;
const ZIP64_END_RECORD = 0x06064b50;
const DIRECTORY_RECORD = 0x02014b50;
const LOCAL_RECORD = 0x04034b50;
const STORED = 0;
const DEFLATED = 8;
const ENCRYPTED_FLAG = 1;

export interface ZipEntry {
	readonly name: string;
	readonly method: number;
	readonly isEncrypted: boolean;
	readonly packedBytes: number;
	readonly sizeBytes: number;
	readonly offset: number;
}

/**
 * The entries of a zip archive, read one stream at a time (APPNOTE 6.3.10). Declared sizes, ratios and the number of entries are
 * checked before anything is inflated, and an entry that turns out larger than it declares is refused while it is read.
 */
export class ZipFile {
	readonly entries: ReadonlyMap<string, ZipEntry>;
	private readonly path: string;
	private readonly fd: number;
	private readonly fileBytes: number;
	private consumed = 0;

	/** Throws `data` for files that are no archive, are damaged, or would unpack beyond measure. */
	constructor(path: string) {
		this.path = path;
		this.fd = openSync(path, 'r');
		try {
			this.fileBytes = fstatSync(this.fd).size;
			this.entries = this.readDirectory();
		} catch (error) {
			closeSync(this.fd);
			throw error;
		}
	}

	/** Packed bytes that have been read so far from the entry that is being streamed. */
	get bytesRead(): number {
		return this.consumed;
	}

	/** The unpacked bytes of an entry. Throws `data` where they are damaged or more than declared. */
	async *stream(entry: ZipEntry): AsyncGenerator<Uint8Array> {
		if (entry.isEncrypted) {
			throw this.refused('it is protected by a password. Save it without one and import it again');
		}
		if (entry.method !== STORED && entry.method !== DEFLATED) {
			throw this.refused(`${entry.name} in it is packed in a way that cannot be read`);
		}
		const start = this.dataOffset(entry);
		if (entry.packedBytes === 0) {
			return;
		}
		const packed = Readable.from(this.packed(start, entry.packedBytes));
		const inflate = createInflateRaw({ chunkSize: CHUNK_BYTES });
		packed.on('error', (error) => inflate.destroy(error));
		const chunks = entry.method === STORED ? packed : packed.pipe(inflate);
		let size = 0;
		try {
			for await (const chunk of chunks) {
				const bytes: unknown = chunk;
				if (bytes instanceof Uint8Array) {
					size += bytes.length;
					if (size > entry.sizeBytes) {
						throw this.refused(`${entry.name} in it unpacks to more than it declares`);
					}
					yield bytes;
				}
			}
		} catch (error) {
			throw error instanceof EngineError ? error : this.refused(`${entry.name} in it is damaged`);
		} finally {
			packed.destroy();
			inflate.destroy();
		}
		if (size !== entry.sizeBytes) {
			throw this.refused(`${entry.name} in it ends too early`);
		}
	}

	close(): void {
		closeSync(this.fd);
	}

	refused(reason: string): EngineError {
		return new EngineError('data', `${this.path} cannot be read: ${reason}.`);
	}

	private *packed(start: number, length: number): Generator<Uint8Array> {
		for (this.consumed = 0; this.consumed < length;) {
			const bytes = this.read(start + this.consumed, Math.min(CHUNK_BYTES, length - this.consumed));
			if (bytes.length === 0) {
				return;
			}
			this.consumed += bytes.length;
			yield bytes;
		}
	}

	private readDirectory(): Map<string, ZipEntry> {
		const { count, offset, sizeBytes } = this.findDirectory();
		if (count > MAX_ENTRIES) {
			throw this.refused(
				`it holds ${count.toLocaleString('en')} files, and ${MAX_ENTRIES.toLocaleString('en')} is the limit`,
			);
		}
		if (sizeBytes > MAX_DIRECTORY_BYTES || offset + sizeBytes > this.fileBytes) {
			throw this.damaged();
		}
		const directory = this.read(offset, sizeBytes);
		const entries = new Map<string, ZipEntry>();
		let total = 0;
		let at = 0;
		for (let index = 0; index < count; index++) {
			if (at + 46 > directory.length || directory.readUInt32LE(at) !== DIRECTORY_RECORD) {
				throw this.damaged();
			}
			const nameEnd = at + 46 + directory.readUInt16LE(at + 28);
			const extraEnd = nameEnd + directory.readUInt16LE(at + 30);
			if (extraEnd > directory.length) {
				throw this.damaged();
			}
			const name = directory.toString('utf8', at + 46, nameEnd);
			const declared = [
				directory.readUInt32LE(at + 24),
				directory.readUInt32LE(at + 20),
				directory.readUInt32LE(at + 42),
			];
			const [size, packed, local] = withZip64(declared, directory.subarray(nameEnd, extraEnd));
			if (size === undefined || packed === undefined || local === undefined || local + packed > this.fileBytes) {
				throw this.damaged();
			}
			if (size > RATIO_MATTERS_BYTES && size > packed * MAX_RATIO) {
				throw this.refused(
					`${name} in it would unpack to ${Math.round(size / Math.max(1, packed)).toLocaleString('en')} times its size, which no honest file does`,
				);
			}
			total += size;
			const isEncrypted = (directory.readUInt16LE(at + 8) & ENCRYPTED_FLAG) !== 0;
			const method = directory.readUInt16LE(at + 10);
			entries.set(name, { name, method, isEncrypted, packedBytes: packed, sizeBytes: size, offset: local });
			at = extraEnd + directory.readUInt16LE(at + 32);
		}
		if (total > MAX_TOTAL_BYTES) {
			throw this.refused(
				`it would unpack to ${Math.round(total / 2 ** 30)} GB, and ${MAX_TOTAL_BYTES / 2 ** 30} GB is the limit`,
			);
		}
		return entries;
	}

	/** The end record stands last, before a comment of at most 65,535 bytes. */
	private findDirectory(): { count: number; offset: number; sizeBytes: number } {
		const tailStart = Math.max(0, this.fileBytes - END_RECORD_BYTES - 65_535);
		const tail = this.read(tailStart, this.fileBytes - tailStart);
		for (let at = tail.length - END_RECORD_BYTES; at >= 0; at--) {
			if (tail.readUInt32LE(at) === END_RECORD) {
				const plain = {
					count: tail.readUInt16LE(at + 10),
					sizeBytes: tail.readUInt32LE(at + 12),
					offset: tail.readUInt32LE(at + 16),
				};
				const isZip64 = at >= 20 && tail.readUInt32LE(at - 20) === ZIP64_LOCATOR;
				return isZip64 ? this.zip64Directory(tail.readBigUInt64LE(at - 12)) : plain;
			}
		}
		throw this.refused('it is not a zip archive, or it is cut off');
	}

	private zip64Directory(at: bigint): { count: number; offset: number; sizeBytes: number } {
		if (at + 56n > BigInt(this.fileBytes)) {
			throw this.damaged();
		}
		const record = this.read(Number(at), 56);
		if (record.readUInt32LE(0) !== ZIP64_END_RECORD) {
			throw this.damaged();
		}
		const [count, sizeBytes, offset] = [32, 40, 48].map((place) => Number(record.readBigUInt64LE(place)));
		return { count: count ?? 0, sizeBytes: sizeBytes ?? 0, offset: offset ?? 0 };
	}

	/** Name and extra field of the local record may differ in length from those of the directory. */
	private dataOffset(entry: ZipEntry): number {
		const local = this.read(entry.offset, 30);
		if (local.length < 30 || local.readUInt32LE(0) !== LOCAL_RECORD) {
			throw this.damaged();
		}
		return entry.offset + 30 + local.readUInt16LE(26) + local.readUInt16LE(28);
	}

	private read(offset: number, length: number): Buffer {
		const bytes = Buffer.alloc(Math.max(0, Math.min(length, this.fileBytes - offset)));
		const got = readSync(this.fd, bytes, 0, bytes.length, offset);
		return bytes.subarray(0, got);
	}

	private damaged(): EngineError {
		return this.refused('its list of contents is damaged');
	}
}

/** Fields that are full in the plain record stand in the extra field 1, in the same order. */
function withZip64(declared: readonly number[], extra: Buffer): readonly (number | undefined)[] {
	if (!declared.includes(0xffffffff)) {
		return declared;
	}
	for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
		if (extra.readUInt16LE(at) === 1) {
			const end = Math.min(extra.length, at + 4 + extra.readUInt16LE(at + 2));
			let next = at + 4;
			return declared.map((value) => {
				if (value !== 0xffffffff || next + 8 > end) {
					return value === 0xffffffff ? undefined : value;
				}
				next += 8;
				return Number(extra.readBigUInt64LE(next - 8));
			});
		}
	}
	return declared.map((value) => (value === 0xffffffff ? undefined : value));
}
