import { z } from 'zod';
import { EngineError, fromEngine, type FromEngine, type Port, type ToEngine } from './envelope.ts';
import { events, type EventName, type EventPayload } from './events.ts';
import { methods, type Args, type MethodName, type Result } from './methods.ts';
import type { Progress } from './progress.ts';
import { protocolVersion, VERSION_MISMATCH } from './protocolVersion.ts';

/** What is needed of an AbortSignal; this layer knows neither the browser's types nor Node's. */
export interface CancelSignal {
	readonly aborted: boolean;
	addEventListener(type: 'abort', listener: () => void, options?: { readonly once?: boolean }): void;
	removeEventListener(type: 'abort', listener: () => void): void;
}

export interface CallOptions {
	readonly signal?: CancelSignal;
	readonly onProgress?: (progress: Progress) => void;
}

interface Pending {
	readonly method: MethodName;
	readonly onProgress: CallOptions['onProgress'];
	resolve(value: unknown): void;
	reject(error: EngineError): void;
}

/**
 * One side of a conversation with an engine. Every call ends: with a result, an EngineError of the engine's code,
 * `version` where the builds differ, or `engine-gone` when the port closes. A client does not come back; see EngineConnection.
 */
export class EngineClient {
	private readonly port: Port;
	private readonly pending = new Map<number, Pending>();
	private readonly listeners = new Map<EventName, Set<(payload: never) => void>>();
	private readonly goneListeners = new Set<() => void>();
	private readonly log: (message: string) => void;
	private nextId = 1;
	private refusal: EngineError | null = null;
	private isGone = false;

	constructor(port: Port, log: (message: string) => void = () => undefined) {
		this.port = port;
		this.log = log;
		port.onMessage((raw) => this.receive(raw));
		port.onClose(() => this.gone());
		this.post({ t: 'hello', version: protocolVersion() });
	}

	call<N extends MethodName>(method: N, args: Args<N>, options: CallOptions = {}): Promise<Result<N>> {
		const { signal, onProgress } = options;
		if (this.refusal || signal?.aborted) {
			return Promise.reject(this.refusal ?? new EngineError('cancelled', 'Cancelled.'));
		}
		const parsed = methods[method].input.safeParse(args);
		if (!parsed.success) {
			return Promise.reject(new EngineError('invalid-args', z.prettifyError(parsed.error)));
		}
		const id = this.nextId++;
		return new Promise<Result<N>>((resolve, reject) => {
			const cancel = () => this.post({ t: 'cancel', id });
			const settle = () => {
				this.pending.delete(id);
				signal?.removeEventListener('abort', cancel);
			};
			this.pending.set(id, {
				method,
				onProgress,
				resolve(value) {
					settle();
					const result = methods[method].output.safeParse(value);
					if (result.success) {
						// The schema of this very method has just been checked.
						resolve(result.data as Result<N>);
					} else {
						reject(
							new EngineError('internal', `The answer to ${method} is malformed. ${z.prettifyError(result.error)}`),
						);
					}
				},
				reject(error) {
					settle();
					reject(error);
				},
			});
			signal?.addEventListener('abort', cancel, { once: true });
			this.post({ t: 'request', id, method, args: parsed.data });
		});
	}

	/** Listens to what the engine says unasked. Returns what ends the listening. */
	on<N extends EventName>(name: N, listener: (payload: EventPayload<N>) => void): () => void {
		const set = this.listeners.get(name) ?? new Set();
		this.listeners.set(name, set.add(listener));
		return () => set.delete(listener);
	}

	/** Called once when the port has closed, after all outstanding calls were rejected. */
	onGone(listener: () => void): void {
		this.goneListeners.add(listener);
	}

	close(): void {
		this.port.close();
		this.gone();
	}

	/** Nothing outstanding can be answered any more. */
	private gone(): void {
		if (this.isGone) {
			return;
		}
		this.isGone = true;
		this.refuse(new EngineError('engine-gone', 'The engine stopped before it could answer.'));
		for (const listener of this.goneListeners) {
			listener();
		}
	}

	private refuse(error: EngineError): void {
		this.refusal = error;
		for (const entry of this.pending.values()) {
			entry.reject(error);
		}
	}

	private receive(raw: unknown): void {
		const message = fromEngine.safeParse(raw);
		if (!message.success) {
			this.log(`A message of the engine was dropped: ${z.prettifyError(message.error)}`);
			return;
		}
		this.handle(message.data);
	}

	private handle(message: FromEngine): void {
		switch (message.t) {
			case 'hello':
				if (message.version !== protocolVersion()) {
					this.refuse(new EngineError('version', VERSION_MISMATCH));
				}
				return;
			case 'progress':
				this.pending.get(message.id)?.onProgress?.(message);
				return;
			case 'error':
				this.pending.get(message.id)?.reject(new EngineError(message.code, message.message));
				return;
			case 'result':
				this.pending.get(message.id)?.resolve(message.value);
				return;
			case 'event':
				this.emit(message.name, message.payload);
		}
	}

	private emit(name: string, raw: unknown): void {
		const known = Object.entries(events).find(([key]) => key === name);
		const payload = known?.[1].safeParse(raw);
		if (!known || !payload?.success) {
			this.log(`The event ${name} of the engine was dropped.`);
			return;
		}
		for (const listener of this.listeners.get(name as EventName) ?? []) {
			listener(payload.data as never);
		}
	}

	private post(message: ToEngine): void {
		if (!this.isGone) {
			this.port.post(message);
		}
	}
}
