import { EngineError } from '#shared/protocol/envelope.ts';

/** Runs writes one after the other, in the order in which they came. A write that fails does not hold up the next. */
export class WriteQueue {
	private tail: Promise<void> = Promise.resolve();

	/** A write that is cancelled while it waits ends at once and never runs. */
	run<T>(work: () => Promise<T>, signal: AbortSignal): Promise<T> {
		return new Promise<T>((resolve, reject) => {
			const cancel = () => reject(new EngineError('cancelled', 'Cancelled.'));
			signal.addEventListener('abort', cancel, { once: true });
			this.tail = this.tail.then(async () => {
				signal.removeEventListener('abort', cancel);
				if (signal.aborted) {
					cancel();
					return;
				}
				try {
					resolve(await work());
				} catch (error) {
					reject(error instanceof Error ? error : new Error(String(error)));
				}
			});
		});
	}

	/** Resolves when everything queued so far has ended. */
	idle(): Promise<void> {
		return this.tail;
	}
}
