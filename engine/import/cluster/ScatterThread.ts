import { Worker } from 'node:worker_threads';
import { workerUrl } from '../../columns/workerUrl.ts';
import { ChunkScatter, type ScatterTask } from './ChunkScatter.ts';

/** Tasks that may wait for the thread, so that it goes on while the one that gives them waits for the disk. */
const SLOTS = 8;
/** Of stored values in memory: those of the longest type can be read where they lie. */
const ALIGNMENT = 8;
/** Much longer than the waiting tasks take; who waited so long does them alone. */
const PATIENCE_MS = 20_000;

/** The first word of `done` counts the tasks that the worker has done. */
export interface ScatterMessage {
	readonly task: ScatterTask;
	readonly done: Int32Array;
}

/** A thread that does scatter tasks, in order. Their places, values and nulls lie on SharedArrayBuffers. Close it when done. */
export class ScatterThread {
	readonly #worker = new Worker(workerUrl(import.meta.url, 'scatterWorker'));
	readonly #done = new Int32Array(new SharedArrayBuffer(4));
	readonly #slotBytes: number;
	readonly #slots: SharedArrayBuffer;
	/** By slot. */
	readonly #tasks: ScatterTask[] = [];
	/** Tasks that were taken so far. */
	given = 0;
	#isLost = false;

	/** `mostRows` is how many rows a chunk has at most. */
	constructor(mostRows: number) {
		// Eight bytes for the value of a row, and a bit.
		this.#slotBytes = Math.ceil((mostRows * 8.25) / ALIGNMENT) * ALIGNMENT;
		this.#slots = new SharedArrayBuffer(this.#slotBytes * SLOTS);
		this.#worker.on('error', () => (this.#isLost = true));
	}

	/** Copies the stored values of a task and takes it on; false when the thread has enough to do. */
	take(task: ScatterTask): boolean {
		const { chunk } = task;
		const waiting = this.given - Atomics.load(this.#done, 0);
		if (this.#isLost || waiting >= SLOTS || chunk.data.length > this.#slotBytes) {
			return false;
		}
		const slot = this.given++ % SLOTS;
		const data = new Uint8Array(this.#slots, slot * this.#slotBytes, chunk.data.length);
		data.set(chunk.data);
		this.#tasks[slot] = { ...task, chunk: { ...chunk, data } };
		this.#worker.postMessage({ task: this.#tasks[slot], done: this.#done } satisfies ScatterMessage);
		return true;
	}

	/** Returns when the first `count` tasks that were taken are done. */
	finish(count: number): void {
		while (!this.#isLost) {
			const done = Atomics.load(this.#done, 0);
			if (done >= count) {
				return;
			}
			this.#isLost = Atomics.wait(this.#done, 0, done, PATIENCE_MS) === 'timed-out';
		}
		this.#doTheRest();
	}

	close(): void {
		void this.#worker.terminate();
	}

	/** What a thread that could not start, or died, left undone. */
	#doTheRest(): void {
		this.close();
		const scatter = new ChunkScatter();
		for (let task = Atomics.load(this.#done, 0); task < this.given; task++) {
			scatter.scatter(this.#tasks[task % SLOTS]!);
		}
		this.given = Atomics.load(this.#done, 0);
	}
}
