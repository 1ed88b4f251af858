import { closeSync, ftruncateSync, openSync, writeSync } from 'node:fs';
import { EngineError } from '#shared/protocol/envelope.ts';

const BUFFER_BYTES = 2 ** 20;

/** A file that is written from front to back, readable by the user alone (mode 0600). Whoever makes it closes it. */
export class ScratchFile {
	readonly path: string;
	sizeBytes = 0;
	private fd: number | null;
	private readonly buffer = Buffer.allocUnsafe(BUFFER_BYTES);
	private used = 0;
	private end = 0;

	constructor(path: string) {
		this.path = path;
		this.fd = openSync(path, 'wx', 0o600);
	}

	write(bytes: Uint8Array): void {
		this.sizeBytes += bytes.length;
		if (bytes.length > BUFFER_BYTES - this.used) {
			this.flush();
		}
		if (bytes.length > BUFFER_BYTES) {
			this.put(bytes);
		} else {
			this.buffer.set(bytes, this.used);
			this.used += bytes.length;
		}
	}

	/** The same as bytes of UTF-8. */
	writeText(text: string): void {
		// A UTF-16 unit takes at most three bytes.
		if (text.length * 3 > BUFFER_BYTES - this.used) {
			this.write(Buffer.from(text));
			return;
		}
		const length = this.buffer.write(text, this.used);
		this.used += length;
		this.sizeBytes += length;
	}

	/** Begins anew with an empty file. */
	clear(): void {
		this.used = 0;
		this.end = 0;
		this.sizeBytes = 0;
		if (this.fd !== null) {
			ftruncateSync(this.fd, 0);
		}
	}

	/** Writes what is left and lets go of the file. */
	close(): void {
		if (this.fd !== null) {
			this.flush();
			closeSync(this.fd);
			this.fd = null;
		}
	}

	/** Lets go of the file whatever is left to write. */
	abandon(): void {
		this.used = 0;
		this.close();
	}

	private flush(): void {
		this.put(this.buffer.subarray(0, this.used));
		this.used = 0;
	}

	private put(bytes: Uint8Array): void {
		try {
			for (let at = 0; at < bytes.length && this.fd !== null;) {
				const written = writeSync(this.fd, bytes, at, bytes.length - at, this.end);
				at += written;
				this.end += written;
			}
		} catch (error) {
			const isFull = error instanceof Error && 'code' in error && (error.code === 'ENOSPC' || error.code === 'EDQUOT');
			throw isFull
				? new EngineError(
						'data',
						`There is no space left on the disk of ${this.path}, where the file is unpacked. Make room and import it again; the project is as it was.`,
						{ cause: error },
					)
				: error;
		}
	}
}
