import { Worker } from 'node:worker_threads';
import type { SegmentationProof } from '#shared/rules/proof/segmentationProof.ts';
import { EngineError } from '#shared/protocol/envelope.ts';
import { workerUrl } from '../../../columns/workerUrl.ts';
import { throwIfCancelled, type Job } from '../../../job.ts';
import { CANCEL, CONTROL_WORDS, PAIRS_DONE } from './proofMessages.ts';
import type { ProofAnswer, ProofRequest } from './proofMessages.ts';

/** A single question may take some seconds; a thread that is in one when it is cancelled is given up after this. */
const CANCEL_WITHIN_MS = 300;
const REPORT_EVERY_MS = 100;

/**
 * Proves on a thread of its own, so that evaluations go on beside it. One proof at a time, in the order in which they are asked for;
 * whoever asks latest-only cancels the one before. Whoever makes it closes it.
 */
export class ProofThread {
	private readonly control = new Int32Array(new SharedArrayBuffer(CONTROL_WORDS * Int32Array.BYTES_PER_ELEMENT));
	private worker: Worker | null = null;
	private last: Promise<unknown> = Promise.resolve();

	/** Throws `cancelled` within half a second of a cancel. */
	prove(request: ProofRequest, job: Job): Promise<SegmentationProof> {
		const proof = this.last.then(() => this.run(request, job));
		this.last = proof.catch(() => undefined);
		return proof;
	}

	async close(): Promise<void> {
		Atomics.store(this.control, CANCEL, 1);
		await this.worker?.terminate();
		this.worker = null;
	}

	private async run(request: ProofRequest, job: Job): Promise<SegmentationProof> {
		throwIfCancelled(job.signal);
		Atomics.store(this.control, CANCEL, 0);
		Atomics.store(this.control, PAIRS_DONE, 0);
		const answer = await this.ask(request, job);
		switch (answer.kind) {
			case 'proved':
				return answer.proof;
			case 'cancelled':
				throw new EngineError('cancelled', 'Cancelled.');
			case 'failed':
				throw new Error(answer.message);
		}
	}

	private ask(request: ProofRequest, job: Job): Promise<ProofAnswer> {
		const worker = (this.worker ??= this.start());
		const leave = new AbortController();
		const { length } = request.order.rules;
		// A cancel is heard above; here a tick only tells how far the thread is.
		const report = () =>
			void job
				.tick(Atomics.load(this.control, PAIRS_DONE), (length * (length - 1)) / 2, 'Proving pairs of rules')
				.catch(() => undefined);
		const reports = setInterval(report, REPORT_EVERY_MS);
		let patience: NodeJS.Timeout | undefined;
		let [hear, failed, ended] = [(_answer: ProofAnswer) => {}, (_error: unknown) => {}, () => {}];
		return new Promise<ProofAnswer>((resolve, reject) => {
			[hear, failed, ended] = [resolve, reject, () => resolve({ kind: 'cancelled' })];
			const giveUp = () => {
				this.worker = null;
				void worker.terminate();
				ended();
			};
			const cancel = () => {
				Atomics.store(this.control, CANCEL, 1);
				patience = setTimeout(giveUp, CANCEL_WITHIN_MS);
			};
			job.signal.addEventListener('abort', cancel, { once: true, signal: leave.signal });
			worker.on('message', hear).on('error', failed).on('exit', ended);
			worker.ref();
			worker.postMessage(request);
		}).finally(() => {
			clearTimeout(patience);
			clearInterval(reports);
			leave.abort();
			worker.off('message', hear).off('error', failed).off('exit', ended);
			worker.unref();
		});
	}

	private start(): Worker {
		const worker = new Worker(workerUrl(import.meta.url, 'proofWorker'), { workerData: this.control, name: 'proof' });
		worker.unref();
		// Errors end the thread, which whoever waits for it hears of; between proofs nobody does.
		worker.on('error', () => undefined);
		worker.once('exit', () => {
			this.worker = this.worker === worker ? null : this.worker;
		});
		return worker;
	}
}
