import { setImmediate as nextTurn } from 'node:timers/promises';
import { EngineError } from '#shared/protocol/envelope.ts';
import type { Progress } from '#shared/protocol/progress.ts';

/** One call at work: where progress gets out and cancelling gets in. */
export interface Job {
	readonly signal: AbortSignal;
	/**
	 * Reports progress, lets other requests in, and throws EngineError `cancelled` once the caller has cancelled.
	 * Call it once per batch of a loop over rows.
	 */
	tick(done: number, total: number | null, phase: string): Promise<void>;
}

const PROGRESS_EVERY_MS = 50;

export function createJob(signal: AbortSignal, report: (progress: Progress) => void): Job {
	let lastReportMs = -Infinity;
	return {
		signal,
		async tick(done, total, phase) {
			const now = performance.now();
			if (now - lastReportMs >= PROGRESS_EVERY_MS) {
				lastReportMs = now;
				report({ done, total, phase });
			}
			await nextTurn();
			throwIfCancelled(signal);
		},
	};
}

/** For callers without anybody who watches or cancels: the command line and tests. */
export function silentJob(): Job {
	return createJob(new AbortController().signal, () => undefined);
}

export function throwIfCancelled(signal: AbortSignal): void {
	if (signal.aborted) {
		throw new EngineError('cancelled', 'Cancelled.');
	}
}
