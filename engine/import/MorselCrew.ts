import { Worker } from 'node:worker_threads';
import { EngineError } from '#shared/protocol/envelope.ts';
import { workerUrl } from '../columns/workerUrl.ts';
import { SLOTS, STOP, TAKEN, type CrewJob, type CrewMessage } from './scan/morselWork.ts';
import type { Morsel } from './scan/MorselReader.ts';
import { morselCount, type ScanPlan } from './scan/ScanPlan.ts';

/** Room for the values of a morsel. Text of 8 MiB seldom takes more than half of that; what does gets memory of its own. */
const SLOT_BYTES = 4 * 2 ** 20;

/**
 * Threads that read the morsels of one file after the other. Each takes the next number from a shared counter; they pause while the
 * taker is behind, so that memory stays bounded. They start with the crew, while the file is still being looked at. Close it when
 * done, and after a run that rejected.
 */
export class MorselCrew {
	readonly #workers: Worker[];
	#slots = new SharedArrayBuffer(SLOTS * SLOT_BYTES);
	#accept: (message: CrewMessage) => void = () => undefined;
	#fail: (error: unknown) => void = () => undefined;

	constructor(threads: number) {
		this.#workers = Array.from({ length: threads }, () => {
			const worker = new Worker(workerUrl(import.meta.url, 'importWorker'));
			worker.on('message', (message: CrewMessage) => this.#accept(message));
			worker.on('error', (error) => this.#fail(error));
			worker.on('exit', (code) => this.#fail(new Error(`An import thread ended with code ${code}`)));
			return worker;
		});
	}

	/** Hands every morsel to `take`, in order; its bytes are good until `take` returns. Rejects when a thread fails, `take` throws, or the signal aborts. */
	async run(plan: ScanPlan, take: (morsel: Morsel) => void, signal: AbortSignal | undefined): Promise<void> {
		const count = morselCount(plan);
		const control = new Int32Array(new SharedArrayBuffer(12));
		const waiting = new Map<number, Morsel>();
		let next = 0;
		let stop = () => {};
		try {
			await new Promise<void>((resolve, reject) => {
				stop = () => reject(new EngineError('cancelled', 'The import was cancelled.'));
				signal?.addEventListener('abort', stop, { once: true });
				this.#fail = reject;
				this.#accept = (message) => {
					try {
						if ('failure' in message) {
							throw message.isData ? new EngineError('data', message.failure) : new Error(message.failure);
						}
						waiting.set(message.index, message);
						for (let ready = waiting.get(next); ready; ready = waiting.get(next)) {
							waiting.delete(next++);
							take(ready);
							Atomics.store(control, TAKEN, next);
							Atomics.notify(control, TAKEN);
						}
						if (next === count) {
							resolve();
						}
					} catch (error) {
						reject(error);
					}
				};
				const job: CrewJob = { plan, control: control.buffer, slots: this.#slots };
				for (const worker of this.#workers) {
					worker.postMessage(job);
				}
			});
		} finally {
			signal?.removeEventListener('abort', stop);
			Atomics.store(control, STOP, 1);
			Atomics.notify(control, TAKEN);
			this.#accept = () => undefined;
			this.#fail = () => undefined;
		}
	}

	async close(): Promise<void> {
		this.#slots = new SharedArrayBuffer(0);
		await Promise.all(this.#workers.map((worker) => worker.terminate()));
	}
}
