import { Worker } from 'node:worker_threads';
import { EngineError } from '#shared/protocol/envelope.ts';
import { workerUrl } from '../columns/workerUrl.ts';
import { STOP, TAKEN, type CrewJob, type CrewMessage } from './scan/morselWork.ts';
import type { Morsel } from './scan/MorselReader.ts';
import { morselCount, type ScanPlan } from './scan/ScanPlan.ts';

/**
 * Threads that read the morsels of one file. Each takes the next number from a shared counter; they pause while the
 * taker is behind, so that memory stays bounded.
 */
export class MorselCrew {
	readonly #plan: ScanPlan;
	readonly #threads: number;
	readonly #control = new Int32Array(new SharedArrayBuffer(12));
	#workers: Worker[] = [];

	constructor(plan: ScanPlan, threads: number) {
		this.#plan = plan;
		this.#threads = threads;
	}

	/** Hands every morsel to `take`, in order. Rejects when a thread fails, `take` throws, or the signal aborts. */
	async run(take: (morsel: Morsel) => void, signal: AbortSignal | undefined): Promise<void> {
		const count = morselCount(this.#plan);
		const waiting = new Map<number, Morsel>();
		let next = 0;
		let stop = () => {};
		try {
			await new Promise<void>((resolve, reject) => {
				stop = () => reject(new EngineError('cancelled', 'The import was cancelled.'));
				signal?.addEventListener('abort', stop, { once: true });
				const accept = (morsel: Morsel) => {
					waiting.set(morsel.index, morsel);
					for (let ready = waiting.get(next); ready; ready = waiting.get(next)) {
						waiting.delete(next++);
						take(ready);
						Atomics.store(this.#control, TAKEN, next);
						Atomics.notify(this.#control, TAKEN);
					}
					if (next === count) {
						resolve();
					}
				};
				const job: CrewJob = { plan: this.#plan, control: this.#control.buffer as SharedArrayBuffer };
				for (let thread = 0; thread < this.#threads; thread++) {
					const worker = new Worker(workerUrl(import.meta.url, 'importWorker'), { workerData: job });
					worker.on('message', (message: CrewMessage) => {
						try {
							if ('failure' in message) {
								throw message.isData ? new EngineError('data', message.failure) : new Error(message.failure);
							}
							accept(message);
						} catch (error) {
							reject(error);
						}
					});
					worker.on('error', reject);
					worker.on('exit', (code) => {
						if (code !== 0) {
							reject(new Error(`An import thread ended with code ${code}`));
						}
					});
					this.#workers.push(worker);
				}
			});
		} finally {
			signal?.removeEventListener('abort', stop);
			Atomics.store(this.#control, STOP, 1);
			Atomics.notify(this.#control, TAKEN);
			await Promise.all(this.#workers.map((worker) => worker.terminate()));
			this.#workers = [];
		}
	}
}
