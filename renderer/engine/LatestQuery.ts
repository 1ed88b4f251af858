import { LatestOnly } from './LatestOnly.ts';
import { Store } from './Store.ts';

export interface LatestState<T> {
	/** The newest answer; it stays while the next is under way. */
	readonly value: T | null;
	readonly isRunning: boolean;
	readonly error: Error | null;
}

/** The state of a question that is asked over and over, latest-only. */
export class LatestQuery<T> {
	readonly state = new Store<LatestState<T>>({ value: null, isRunning: false, error: null });
	private readonly latest = new LatestOnly();

	/** Never rejects: a failure becomes part of the state. */
	async ask(work: (signal: AbortSignal) => Promise<T>): Promise<void> {
		this.state.update((state) => ({ ...state, isRunning: true }));
		try {
			const answer = await this.latest.run(work);
			if (answer) {
				this.state.set({ value: answer.value, isRunning: false, error: null });
			}
		} catch (cause) {
			const error = cause instanceof Error ? cause : new Error(String(cause));
			this.state.update((state) => ({ ...state, isRunning: false, error }));
		}
	}

	/** Stops asking; the last answer stays. */
	cancel(): void {
		this.latest.abort();
		this.state.update((state) => (state.isRunning ? { ...state, isRunning: false } : state));
	}

	clear(): void {
		this.latest.abort();
		this.state.set({ value: null, isRunning: false, error: null });
	}
}
