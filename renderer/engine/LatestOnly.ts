/** Runs one piece of work at a time: starting the next aborts the last, whose outcome then goes nowhere. */
export class LatestOnly {
	private controller: AbortController | null = null;

	/** Resolves to null when a later start or `abort` overtook this one. */
	async run<T>(work: (signal: AbortSignal) => Promise<T>): Promise<{ readonly value: T } | null> {
		this.controller?.abort();
		const controller = new AbortController();
		this.controller = controller;
		try {
			const value = await work(controller.signal);
			return controller.signal.aborted ? null : { value };
		} catch (error) {
			if (controller.signal.aborted) {
				return null;
			}
			throw error;
		}
	}

	abort(): void {
		this.controller?.abort();
		this.controller = null;
	}
}
