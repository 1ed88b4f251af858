import { availableParallelism } from 'node:os';
import { MessageChannel, Worker } from 'node:worker_threads';
import type { MessagePort } from 'node:worker_threads';
import { workerUrl } from '../../columns/workerUrl.ts';
import { CONTROL_WORDS, FAILED, FINISHED, LAST_SEQUENCE, PART_BITS, READY, SEQUENCE } from './kernelControl.ts';
import { STOP, TICKET, workThrough } from './kernelControl.ts';
import type { KernelJob } from './kernelControl.ts';
import { runPart } from './runPart.ts';

const MOST_HELPERS = 3;
/** A part takes milliseconds; a helper that was ended in the middle of one must not hang the caller. */
const LONGEST_PART_MS = 60_000;

/**
 * Persistent helper threads for the kernels. `run` is synchronous: the caller works too, and does everything itself where
 * a helper has not started yet, is busy or could not be made, so a result never depends on the helpers.
 */
export class KernelPool {
	readonly #control = new Int32Array(new SharedArrayBuffer(CONTROL_WORDS * Int32Array.BYTES_PER_ELEMENT));
	readonly #workers: Worker[] = [];
	readonly #ports: MessagePort[] = [];
	#sequence = 0;

	constructor(helpers = Math.min(MOST_HELPERS, availableParallelism() - 1)) {
		for (let helper = 0; helper < helpers; helper++) {
			const { port1, port2 } = new MessageChannel();
			const worker = new Worker(workerUrl(import.meta.url, 'kernelWorker'), {
				workerData: { control: this.#control, port: port2 },
				transferList: [port2],
				name: 'kernel',
			});
			worker.unref();
			port1.unref();
			worker.on('error', () => this.#forget(worker, port1));
			worker.on('exit', () => this.#forget(worker, port1));
			this.#workers.push(worker);
			this.#ports.push(port1);
		}
	}

	/** Helpers that have started; 0 right after the constructor. */
	get helpers(): number {
		return Math.min(Atomics.load(this.#control, READY), this.#workers.length);
	}

	/** Returns when every part is done. All arrays of the job lie on shared memory. Throws what a part threw. */
	run(job: KernelJob): void {
		const control = this.#control;
		this.#sequence = this.#sequence === LAST_SEQUENCE ? 1 : this.#sequence + 1;
		const message = { sequence: this.#sequence, job };
		Atomics.store(control, FINISHED, 0);
		Atomics.store(control, FAILED, 0);
		Atomics.store(control, TICKET, this.#sequence << PART_BITS);
		if (this.helpers > 0) {
			for (const port of this.#ports) {
				port.postMessage(message);
			}
			Atomics.store(control, SEQUENCE, this.#sequence);
			Atomics.notify(control, SEQUENCE);
		}
		workThrough(control, message, runPart);
		for (;;) {
			const finished = Atomics.load(control, FINISHED);
			if (finished >= job.parts) {
				break;
			}
			if (Atomics.wait(control, FINISHED, finished, LONGEST_PART_MS) === 'timed-out') {
				throw new Error(`A helper thread did not finish its part of the ${job.kind} kernel`);
			}
		}
		if (Atomics.load(control, FAILED) !== 0) {
			throw new Error(`The ${job.kind} kernel failed on a helper thread`);
		}
	}

	/** Ends the helper threads; the pool then works on the caller's thread alone. */
	async close(): Promise<void> {
		Atomics.store(this.#control, STOP, 1);
		Atomics.add(this.#control, SEQUENCE, 1);
		Atomics.notify(this.#control, SEQUENCE);
		await Promise.all(this.#workers.map((worker) => worker.terminate()));
		this.#workers.length = 0;
		this.#ports.length = 0;
	}

	#forget(worker: Worker, port: MessagePort): void {
		const at = this.#workers.indexOf(worker);
		if (at >= 0) {
			this.#workers.splice(at, 1);
		}
		const portAt = this.#ports.indexOf(port);
		if (portAt >= 0) {
			this.#ports.splice(portAt, 1);
			port.close();
		}
	}
}
