import { Worker } from 'node:worker_threads';
import { EngineError } from '#shared/protocol/envelope.ts';
import { workerUrl } from '../columns/workerUrl.ts';
import { type Morsel, MorselReader } from './scan/MorselReader.ts';
import { morselCount, type ScanPlan } from './scan/ScanPlan.ts';

/** Morsels that may lie ready or be under way beyond the one that is taken next. */
const AHEAD = 5;
const WAIT_MS = 100;

/** Places in the shared control words. */
const NEXT = 0;
const TAKEN = 1;
const STOP = 2;

export interface CrewJob {
	readonly plan: ScanPlan;
	readonly control: SharedArrayBuffer;
}

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

/** An error as text, since error classes do not travel between threads. */
type CrewMessage = Morsel | { readonly failure: string; readonly isData: boolean };

/** What a thread of the crew does until no morsel is left or the crew stops. */
export function workOff(job: CrewJob, send: (message: CrewMessage, transfer: ArrayBuffer[]) => void): void {
	try {
		readMorsels(job, send);
	} catch (error) {
		const failure = error instanceof Error ? error.message : String(error);
		send({ failure, isData: error instanceof EngineError && error.code === 'data' }, []);
	}
}

function readMorsels(job: CrewJob, send: (morsel: Morsel, transfer: ArrayBuffer[]) => void): void {
	const control = new Int32Array(job.control);
	const count = morselCount(job.plan);
	const reader = new MorselReader(job.plan);
	try {
		for (;;) {
			const index = Atomics.add(control, NEXT, 1);
			if (index >= count) {
				return;
			}
			for (;;) {
				const taken = Atomics.load(control, TAKEN);
				if (Atomics.load(control, STOP) === 1) {
					return;
				}
				if (index - taken <= AHEAD) {
					break;
				}
				Atomics.wait(control, TAKEN, taken, WAIT_MS);
			}
			const morsel = reader.read(index, index === 0 ? job.plan.dataStart : null);
			send(morsel, buffersOf(morsel));
		}
	} finally {
		reader.close();
	}
}

function buffersOf(morsel: Morsel): ArrayBuffer[] {
	const arrays = morsel.columns.flatMap(({ data, labels }) => (labels ? [data, labels.bytes, labels.offsets] : [data]));
	const { places } = morsel;
	const all = places ? [...arrays, places.starts, places.ends, places.lines] : arrays;
	return [...new Set(all.map(({ buffer }) => buffer))].filter((buffer) => buffer instanceof ArrayBuffer);
}
