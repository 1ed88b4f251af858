const MAX_RESTARTS = 5;
const WINDOW_MS = 60_000;

/** Allows a few restarts a minute, so that something that fails at once does not fail for ever. */
export class RestartBudget {
	#restartsAtMs: readonly number[] = [];

	/** Takes one restart if there is one left at this time. */
	take(nowMs: number): boolean {
		this.#restartsAtMs = this.#restartsAtMs.filter((atMs) => nowMs - atMs < WINDOW_MS);
		if (this.#restartsAtMs.length >= MAX_RESTARTS) {
			return false;
		}
		this.#restartsAtMs = [...this.#restartsAtMs, nowMs];
		return true;
	}
}
