import { EngineError } from '#shared/protocol/envelope.ts';
import { Worker } from 'node:worker_threads';
import { workerUrl } from '../../columns/workerUrl.ts';
import { make, makeShared, type SortCall } from './SortKernel.ts';
import type { SortMemory } from './SortMemory.ts';

/** Much longer than the calls under way take. */
const PATIENCE_MS = 60_000;

/** Far below 0, so that a call that is counted afterwards does not hide it. */
export const FAILED = -(2 ** 30);

export interface SortMessage {
	readonly calls: readonly SortCall[];
	/** See makeShared; null where all calls are the thread's. */
	readonly shares: Int32Array | null;
	/** Its first word counts the messages that the thread has done; below 0 it has failed. */
	readonly done: Int32Array;
}

/** Makes calls of the kernel: at once, or by a thread while who gives them does something else. Close it when done. */
export class SortCrew {
	readonly memory: SortMemory;
	readonly #worker: Worker | null;
	readonly #done = new Int32Array(new SharedArrayBuffer(4));
	#given = 0;

	constructor(memory: SortMemory, withThread: boolean) {
		this.memory = memory;
		this.#worker = withThread
			? new Worker(workerUrl(import.meta.url, 'sortWorker'), { workerData: memory.memory })
			: null;
		this.#worker?.on('error', () => this.#fail());
		this.#worker?.on('exit', () => this.#fail());
	}

	get hasThread(): boolean {
		return this.#worker !== null;
	}

	/** Calls that were given to the thread so far. */
	get given(): number {
		return this.#given;
	}

	/** Calls are made in the order in which they are given. */
	give(call: SortCall): void {
		if (this.#worker) {
			this.#send([call], null);
			this.#given++;
		} else {
			make(this.memory.kernel, call);
		}
	}

	/** Whether the first `count` calls that were given have been made. */
	hasDone(count: number): boolean {
		return Atomics.load(this.#done, 0) >= count;
	}

	/** Returns when the first `count` calls that were given have been made; throws an EngineError when that will not be. */
	wait(count: number): void {
		for (;;) {
			const done = Atomics.load(this.#done, 0);
			if (done >= count) {
				return;
			}
			if (done < 0 || Atomics.wait(this.#done, 0, done, PATIENCE_MS) === 'timed-out') {
				refuse();
			}
		}
	}

	/**
	 * Makes calls that do not depend on each other, each once: by who asks as it stands in `here`, or by the thread as it stands in `there`,
	 * whoever comes to it first. Returns when all are made.
	 */
	share(here: readonly SortCall[], there: readonly SortCall[]): void {
		const shares = new Int32Array(new SharedArrayBuffer(8));
		if (this.#worker) {
			this.#send(there, shares);
			this.#given++;
		}
		makeShared(this.memory.kernel, here, shares);
		for (;;) {
			const made = Atomics.load(shares, 1);
			if (made === here.length) {
				return;
			}
			if (Atomics.load(this.#done, 0) < 0 || Atomics.wait(shares, 1, made, PATIENCE_MS) === 'timed-out') {
				refuse();
			}
		}
	}

	close(): void {
		void this.#worker?.terminate();
	}

	#send(calls: readonly SortCall[], shares: Int32Array | null): void {
		this.#worker?.postMessage({ calls, shares, done: this.#done } satisfies SortMessage);
	}

	#fail(): void {
		Atomics.store(this.#done, 0, FAILED);
	}
}

function refuse(): never {
	throw new EngineError('internal', 'A thread that sorts rows by customer has ended. Try the import again.');
}
