import { readSync } from 'node:fs';
import { BUFFER_PADDING } from './FieldBlock.ts';

/** Small enough to stay in the cache of a core between reading and scanning. */
const WINDOW_BYTES = 192 * 1024;
/** Length of the buffer that a window starts with. */
export const WINDOW_BUFFER_BYTES = WINDOW_BYTES + 2 * BUFFER_PADDING;
/** A line must fit into a window. Each import thread has one, so that this bounds their memory. */
export const MAX_LINE_BYTES = 64 * 2 ** 20;
const LINE_FEED = 10;

/** The file is no table that could be read. Its own class, since import threads load no schemas and EngineError comes with them. */
export class UnreadableFile extends Error {}

/** A stretch of a file that moves forward, in a padded buffer that grows when a record needs more. */
export class FileWindow {
	bytes: Uint8Array;
	/** Bytes are valid from BUFFER_PADDING up to here. */
	limit = BUFFER_PADDING;
	/** Whether the file ends at `limit`. */
	isLast = false;
	readonly #fd: number;
	readonly #path: string;
	readonly #sizeBytes: number;
	#fileStart = 0;

	/** `buffer` is used until a record needs a longer one. */
	constructor(fd: number, path: string, sizeBytes: number, buffer: Uint8Array = new Uint8Array(WINDOW_BUFFER_BYTES)) {
		this.bytes = buffer;
		this.#fd = fd;
		this.#path = path;
		this.#sizeBytes = sizeBytes;
	}

	/** File offset of position 0. */
	get fileOffset(): number {
		return this.#fileStart - BUFFER_PADDING;
	}

	load(start: number): void {
		this.#fileStart = start;
		this.limit = BUFFER_PADDING;
		this.#fill();
	}

	/** Gives up what lies before `position`, moves that position to BUFFER_PADDING and reads on. */
	advance(position: number): void {
		if (position === BUFFER_PADDING) {
			this.#grow();
		}
		this.bytes.copyWithin(BUFFER_PADDING, position, this.limit);
		this.#fileStart += position - BUFFER_PADDING;
		this.limit -= position - BUFFER_PADDING;
		this.#fill();
	}

	#grow(): void {
		const length = this.bytes.length - 2 * BUFFER_PADDING;
		if (length >= MAX_LINE_BYTES) {
			throw new UnreadableFile(
				`${this.#path} has a line of more than ${MAX_LINE_BYTES / 2 ** 20} MB. Check that it is a text file with line breaks.`,
			);
		}
		const grown = new Uint8Array(Math.min(length * 4, MAX_LINE_BYTES) + 2 * BUFFER_PADDING);
		grown.set(this.bytes);
		this.bytes = grown;
	}

	#fill(): void {
		const end = this.bytes.length - BUFFER_PADDING;
		// No quote is before the first field, whatever lay there.
		this.bytes[BUFFER_PADDING - 1] = LINE_FEED;
		while (this.limit < end) {
			const wanted = Math.min(end - this.limit, this.#sizeBytes - this.fileOffset - this.limit);
			const got = wanted > 0 ? readSync(this.#fd, this.bytes, this.limit, wanted, this.fileOffset + this.limit) : 0;
			if (got === 0) {
				this.isLast = true;
				return;
			}
			this.limit += got;
		}
		this.isLast = this.fileOffset + this.limit >= this.#sizeBytes;
	}
}
