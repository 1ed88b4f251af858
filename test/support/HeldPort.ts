import type { Port } from '#shared/protocol/envelope.ts';

/** One end of a conversation: keeps everything that is posted, and says only what the test lets it say. */
export class HeldPort implements Port {
	readonly posted: unknown[] = [];
	private readonly listeners: ((message: unknown) => void)[] = [];
	private readonly closeListeners: (() => void)[] = [];
	private waiting: (() => void)[] = [];

	post(message: unknown): void {
		this.posted.push(structuredClone(message));
		for (const wake of this.waiting.splice(0)) {
			wake();
		}
	}

	onMessage(listener: (message: unknown) => void): void {
		this.listeners.push(listener);
	}

	onClose(listener: () => void): void {
		this.closeListeners.push(listener);
	}

	close(): void {
		for (const listener of this.closeListeners) {
			listener();
		}
	}

	say(message: unknown): void {
		for (const listener of this.listeners) {
			listener(structuredClone(message));
		}
	}

	/** Resolves with the first posted message that fits, waiting for it if need be. */
	async find(fits: (message: Record<string, unknown>) => boolean): Promise<Record<string, unknown>> {
		for (;;) {
			const found = (this.posted as Record<string, unknown>[]).find(fits);
			if (found) {
				return found;
			}
			await new Promise<void>((resolve) => this.waiting.push(resolve));
		}
	}
}
