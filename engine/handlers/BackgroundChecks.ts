import { createJob } from '../job.ts';
import type { Session } from '../session/Session.ts';

/** Lets the screens settle after an import before the engine takes up work that nobody waits for. */
const DELAY_MS = 400;

/**
 * Checks the data quality of tables that came into a project, one after the other, so that what is odd about them is among the
 * problems without anybody asking. A further change begins anew with what is left; tables that were there when the
 * project was opened are checked when somebody asks.
 */
export class BackgroundChecks {
	private readonly announce: () => void;
	private seen = new Set<number>();
	private controller = new AbortController();

	constructor(announce: () => void) {
		this.announce = announce;
	}

	/** Takes the tables of a project that was just opened as known. */
	begin(session: Session): void {
		this.stop();
		this.seen = new Set(session.state.tables.map(({ id }) => id));
	}

	/** Call after every change. */
	follow(session: Session): void {
		const added = session.state.tables.filter(({ id }) => !this.seen.has(id));
		if (added.length > 0) {
			this.stop();
			const { signal } = this.controller;
			const timer = setTimeout(() => void this.run(session, signal), DELAY_MS);
			timer.unref();
			signal.addEventListener('abort', () => clearTimeout(timer));
		}
	}

	stop(): void {
		this.controller.abort();
		this.controller = new AbortController();
	}

	private async run(session: Session, signal: AbortSignal): Promise<void> {
		const job = createJob(signal, () => undefined);
		for (const { id } of session.state.tables) {
			if (!this.seen.has(id)) {
				try {
					await session.tables.quality(id, job);
				} catch (error) {
					// Nobody waits for the answer; whoever asks for it later is told what is wrong.
					if (!signal.aborted) {
						console.error(`The data quality of table ${id} could not be checked: ${String(error)}`);
					}
					return;
				}
				this.seen.add(id);
				this.announce();
			}
		}
	}
}
