import { Worker } from 'node:worker_threads';
import { workerUrl } from '../../columns/workerUrl.ts';
import type { ScatterTask } from './scatterChunks.ts';

export const DONE = 1;
export const FAILED = 2;
/** Much longer than a column takes; who waited so long does the work alone. */
const PATIENCE_MS = 20_000;

/** `state` is 0 until the task is DONE or has FAILED. */
export interface ScatterMessage {
	readonly task: ScatterTask;
	readonly state: Int32Array;
}

/** A thread that scatters one column after the other. Close it when done. */
export class ScatterThread {
	readonly #worker = new Worker(workerUrl(import.meta.url, 'scatterWorker'));

	constructor() {
		// A thread that cannot start or dies leaves its tasks undone: they are then done where their values are waited for.
		this.#worker.on('error', () => undefined);
	}

	/** Returns what waits for the task and says whether it was done. The task's arrays must lie on SharedArrayBuffers. */
	start(task: ScatterTask): () => boolean {
		const state = new Int32Array(new SharedArrayBuffer(4));
		this.#worker.postMessage({ task, state } satisfies ScatterMessage);
		return () => {
			Atomics.wait(state, 0, 0, PATIENCE_MS);
			return Atomics.load(state, 0) === DONE;
		};
	}

	close(): void {
		void this.#worker.terminate();
	}
}
