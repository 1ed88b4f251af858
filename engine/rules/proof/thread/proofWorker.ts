import { parentPort, workerData } from 'node:worker_threads';
import { ProofMemory } from '../ProofMemory.ts';
import { proveSegmentation } from '../proveSegmentation.ts';
import { CANCEL, PAIRS_DONE } from './proofMessages.ts';
import type { ProofAnswer, ProofRequest } from './proofMessages.ts';

/** Entry of the thread that proves: one request at a time, with what it found kept for the next. */
const control = workerData as Int32Array;
let known: { readonly key: string; readonly memory: ProofMemory } | null = null;

function memoryFor({ fields, asOfDay }: ProofRequest): ProofMemory {
	const key = JSON.stringify([fields, asOfDay]);
	known = known?.key === key ? known : { key, memory: new ProofMemory(fields, asOfDay) };
	known.memory.trim();
	return known.memory;
}

function answer(request: ProofRequest): ProofAnswer {
	try {
		const endMs = request.limitMs === null ? Infinity : performance.now() + request.limitMs;
		const isCancelled = () => Atomics.load(control, CANCEL) !== 0;
		const proof = proveSegmentation(
			request.order,
			memoryFor(request),
			() => !isCancelled() && performance.now() < endMs,
			() => Atomics.add(control, PAIRS_DONE, 1),
		);
		return isCancelled() ? { kind: 'cancelled' } : { kind: 'proved', proof };
	} catch (error) {
		return { kind: 'failed', message: error instanceof Error ? (error.stack ?? error.message) : String(error) };
	}
}

parentPort?.on('message', (request: ProofRequest) => parentPort?.postMessage(answer(request)));
