import { Worker } from 'node:worker_threads';
import { workerUrl } from '../../columns/workerUrl.ts';
import type { EncodedChunk } from '../../columns/EncodedChunk.ts';

/** Longer than any chunk takes. */
const PATIENCE_MS = 60_000;

export const FAILED = -1;

/** The first word of `done` counts the chunks that the thread has done, or is FAILED. */
export interface TextNumberMessage {
	readonly chunk: EncodedChunk;
	readonly numbers: Int32Array;
	/** Room for the rows of the chunk and one more: how many texts are new, and their rows. */
	readonly newRows: Int32Array;
	readonly done: Int32Array;
}

/** A thread that numbers the texts of part 1, chunk by chunk; see TextNumbers. Close it when done. */
export class TextNumberThread {
	readonly #worker = new Worker(workerUrl(import.meta.url, 'textNumberWorker'));
	readonly #done = new Int32Array(new SharedArrayBuffer(4));

	constructor() {
		this.#worker.on('error', () => this.#fail());
		this.#worker.on('exit', () => this.#fail());
	}

	/** All arrays lie on SharedArrayBuffers; see TextNumberMessage. */
	give(chunk: EncodedChunk, numbers: Int32Array, newRows: Int32Array): void {
		this.#worker.postMessage({ chunk, numbers, newRows, done: this.#done } satisfies TextNumberMessage);
	}

	/** Returns when so many chunks are done; false when that will not be. */
	hasDone(chunks: number): boolean {
		for (;;) {
			const done = Atomics.load(this.#done, 0);
			if (done === FAILED || done >= chunks) {
				return done !== FAILED;
			}
			if (Atomics.wait(this.#done, 0, done, PATIENCE_MS) === 'timed-out') {
				return false;
			}
		}
	}

	close(): void {
		void this.#worker.terminate();
	}

	#fail(): void {
		Atomics.store(this.#done, 0, FAILED);
	}
}
