import { readSync } from 'node:fs';
import { BUFFER_PADDING } from './FieldBlock.ts';

const READ_AHEAD_BYTES = 64 * 1024;
const MAX_WINDOW_BYTES = 256 * 2 ** 20;

/** The file is no table that could be read. Its own class, since import threads load no schemas and EngineError comes with them. */
export class UnreadableFile extends Error {}

/** A stretch of a file in a padded buffer that grows when a record needs more. */
export class FileWindow {
	bytes: Uint8Array;
	/** Bytes are valid up to here. */
	limit = BUFFER_PADDING;
	readonly #fd: number;
	readonly #path: string;
	readonly #sizeBytes: number;
	#fileStart = 0;
	#isAtEnd = false;

	constructor(fd: number, path: string, sizeBytes: number, lengthBytes: number) {
		this.#fd = fd;
		this.#path = path;
		this.#sizeBytes = sizeBytes;
		const capacity = Math.min(lengthBytes, sizeBytes) + READ_AHEAD_BYTES;
		this.bytes = new Uint8Array(capacity + 2 * BUFFER_PADDING);
	}

	/** Whether the file ends at `limit`. */
	get isLast(): boolean {
		return this.#isAtEnd;
	}

	/** Loads the file from `start` to some way past `end`. */
	load(start: number, end: number): void {
		this.#fileStart = start;
		this.limit = BUFFER_PADDING;
		this.#isAtEnd = false;
		this.#fill(end + READ_AHEAD_BYTES);
	}

	/** Doubles the window. Positions stay valid; `bytes` is another array afterwards. */
	extend(): void {
		const length = this.limit - BUFFER_PADDING;
		if (length > MAX_WINDOW_BYTES) {
			throw new UnreadableFile(
				`${this.#path} has a line of more than 256 MB. Check that it is a text file with line breaks.`,
			);
		}
		this.#fill(this.#fileStart + length * 2 + READ_AHEAD_BYTES);
	}

	positionOf(fileOffset: number): number {
		return fileOffset - this.#fileStart + BUFFER_PADDING;
	}

	offsetOf(position: number): number {
		return position - BUFFER_PADDING + this.#fileStart;
	}

	#fill(end: number): void {
		const wanted = Math.min(end, this.#sizeBytes) - this.#fileStart + BUFFER_PADDING;
		if (wanted + BUFFER_PADDING > this.bytes.length) {
			const grown = new Uint8Array(wanted + 2 * BUFFER_PADDING);
			grown.set(this.bytes.subarray(0, this.limit));
			this.bytes = grown;
		}
		while (this.limit < wanted) {
			const got = readSync(this.#fd, this.bytes, this.limit, wanted - this.limit, this.offsetOf(this.limit));
			if (got === 0) {
				break;
			}
			this.limit += got;
		}
		this.#isAtEnd = this.limit < wanted || this.offsetOf(this.limit) >= this.#sizeBytes;
	}
}
