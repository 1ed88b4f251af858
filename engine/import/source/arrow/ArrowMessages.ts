import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { EngineError } from '#shared/protocol/envelope.ts';
import { schemaMessage } from './schemaMessage.ts';
import { verifyMessage } from './verifyMessage.ts';

const FILE_MAGIC = 'ARROW1';
const FEATHER_1_MAGIC = 'FEA1';
const FILE_HEAD_BYTES = 8;
const FILE_TAIL_BYTES = FILE_MAGIC.length + 4;
const CONTINUATION = 0xffffffff;
const MAX_METADATA_BYTES = 64 * 2 ** 20;
const MAX_BODY_BYTES = 2 ** 31 - 1;

/**
 * The messages of an Arrow file or stream, one at a time, each with the length it declares held against the file. A file is a stream
 * between two marks with a table of contents behind it, so both are read alike, front to back.
 */
export class ArrowMessages {
	readonly path: string;
	private readonly fd: number;
	private readonly sizeBytes: number;
	private readonly start: number;
	private readonly end: number;
	private at: number;

	/** Throws `data` for what is neither an Arrow file nor an Arrow stream. */
	constructor(path: string) {
		this.path = path;
		this.fd = openSync(path, 'r');
		try {
			this.sizeBytes = fstatSync(this.fd).size;
			const head = text(this.read(0, FILE_MAGIC.length));
			if (head.startsWith(FEATHER_1_MAGIC)) {
				throw this.refused(
					'it is in the first version of Feather. Save it as Feather version 2 or Parquet and import it again',
				);
			}
			const isFile = head === FILE_MAGIC;
			this.start = isFile ? FILE_HEAD_BYTES : 0;
			this.end = isFile ? this.endOfMessages() : this.sizeBytes;
			this.at = this.start;
		} catch (error) {
			closeSync(this.fd);
			throw error;
		}
	}

	get progress(): number {
		return this.end === this.start ? 1 : (this.at - this.start) / (this.end - this.start);
	}

	/** Throws `data` where a message claims more than the file holds. */
	*[Symbol.iterator](): Generator<Uint8Array> {
		while (this.at < this.end) {
			const word = this.word(this.at);
			const headBytes = word === CONTINUATION ? 8 : 4;
			const length = word === CONTINUATION ? this.word(this.at + 4) : word;
			if (length === 0) {
				this.at = this.end;
				return;
			}
			const bodyAt = this.at + headBytes + length;
			if (length > MAX_METADATA_BYTES || bodyAt > this.end) {
				throw this.refused('it is not an Arrow file, or it is damaged or cut off');
			}
			const { isSchema, bodyBytes } = this.verified(this.read(this.at + headBytes, length));
			if (!(bodyBytes >= 0) || bodyBytes > MAX_BODY_BYTES || bodyAt + bodyBytes > this.end) {
				throw this.refused('it claims more data than it holds');
			}
			const message = this.read(this.at, headBytes + length + bodyBytes);
			if (this.at === this.start && !isSchema) {
				yield this.schemaOfFile();
			}
			this.at = bodyAt + bodyBytes;
			yield message;
		}
	}

	refused(reason: string): EngineError {
		return new EngineError('data', `${this.path} cannot be read: ${reason}.`);
	}

	close(): void {
		closeSync(this.fd);
	}

	private verified(metadata: Uint8Array): ReturnType<typeof verifyMessage> {
		try {
			return verifyMessage(metadata);
		} catch {
			throw this.refused('it is not an Arrow file, or it is damaged');
		}
	}

	private schemaOfFile(): Uint8Array {
		try {
			return schemaMessage(this.read(this.end, this.sizeBytes - FILE_TAIL_BYTES - this.end));
		} catch {
			throw this.refused('its footer is damaged');
		}
	}

	/** Before the footer, its length and the mark at the end. */
	private endOfMessages(): number {
		const tail = this.read(Math.max(0, this.sizeBytes - FILE_TAIL_BYTES), FILE_TAIL_BYTES);
		if (tail.length < FILE_TAIL_BYTES || text(tail.subarray(4)) !== FILE_MAGIC) {
			throw this.refused('it is cut off');
		}
		const footer = new DataView(tail.buffer).getInt32(0, true);
		const end = this.sizeBytes - FILE_TAIL_BYTES - footer;
		if (footer < 0 || end < FILE_HEAD_BYTES) {
			throw this.refused('its footer is damaged');
		}
		return end;
	}

	private word(at: number): number {
		const bytes = this.read(at, 4);
		if (bytes.length < 4) {
			throw this.refused('it is cut off');
		}
		return new DataView(bytes.buffer).getUint32(0, true);
	}

	private read(offset: number, length: number): Uint8Array {
		const bytes = new Uint8Array(Math.max(0, Math.min(length, this.sizeBytes - offset)));
		const got = readSync(this.fd, bytes, 0, bytes.length, offset);
		return got === bytes.length ? bytes : bytes.slice(0, got);
	}
}

function text(bytes: Uint8Array): string {
	return String.fromCharCode(...bytes);
}
