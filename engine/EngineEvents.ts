import type { EventName, EventPayload } from '#shared/protocol/events.ts';

export type EventListener = <N extends EventName>(name: N, payload: EventPayload<N>) => void;

/** Hands what the engine says unasked to every connected client. */
export class EngineEvents {
	private readonly listeners = new Set<EventListener>();

	emit<N extends EventName>(name: N, payload: EventPayload<N>): void {
		for (const listener of this.listeners) {
			listener(name, payload);
		}
	}

	/** Returns what ends the subscription. */
	subscribe(listener: EventListener): () => void {
		this.listeners.add(listener);
		return () => this.listeners.delete(listener);
	}
}
