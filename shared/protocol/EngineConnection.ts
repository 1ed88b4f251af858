import { EngineClient, type CallOptions } from './EngineClient.ts';
import { EngineError, type Port } from './envelope.ts';
import type { EventName, EventPayload } from './events.ts';
import type { Args, MethodName, Result } from './methods.ts';

/** `restarted` and `stopped` carry a sentence to show; `connecting` and `ready` pass unnoticed. */
export interface ConnectionStatus {
	readonly kind: 'connecting' | 'ready' | 'restarted' | 'stopped';
	readonly message: string | null;
}

const MAX_RESTARTS = 3;
const RESTART_WINDOW_MS = 60_000;

/**
 * A client that outlives its engine, for both hosts: when the engine ends, `connect` is asked for a port to a new one and
 * the project that was open is opened again. What was under way is rejected with `engine-gone` and not repeated, since
 * it may be what ended the engine. After three ends within a minute it stays stopped until `retry`.
 */
export class EngineConnection {
	private readonly connect: () => Promise<Port>;
	private readonly log: (message: string) => void;
	private readonly statusListeners = new Set<(status: ConnectionStatus) => void>();
	private readonly eventListeners = new Map<EventName, Set<(payload: never) => void>>();
	private client: Promise<EngineClient>;
	private projectPath: string | null = null;
	private endsAtMs: number[] = [];
	private isClosed = false;
	private latest: ConnectionStatus = { kind: 'connecting', message: null };

	/** `connect` rejects with a plain sentence where no engine can be had. */
	constructor(connect: () => Promise<Port>, log: (message: string) => void = () => undefined) {
		this.connect = connect;
		this.log = log;
		this.on('project.changed', ({ project }) => {
			this.projectPath = project?.path ?? null;
		});
		this.client = this.start(false);
	}

	get status(): ConnectionStatus {
		return this.latest;
	}

	async call<N extends MethodName>(method: N, args: Args<N>, options?: CallOptions): Promise<Result<N>> {
		const client = await this.client;
		return client.call(method, args, options);
	}

	/** Keeps listening over restarts. Returns what ends the listening. */
	on<N extends EventName>(name: N, listener: (payload: EventPayload<N>) => void): () => void {
		const set = this.eventListeners.get(name) ?? new Set();
		this.eventListeners.set(name, set.add(listener));
		return () => set.delete(listener);
	}

	/** Returns what ends the listening. */
	onStatus(listener: (status: ConnectionStatus) => void): () => void {
		this.statusListeners.add(listener);
		return () => this.statusListeners.delete(listener);
	}

	/** After `stopped`: tries again, because a person asked for it. */
	retry(): void {
		if (this.latest.kind === 'stopped' && !this.isClosed) {
			this.endsAtMs = [];
			this.client = this.start(true);
		}
	}

	close(): void {
		this.isClosed = true;
		this.client.then(
			(client) => client.close(),
			() => undefined,
		);
	}

	private start(isRestart: boolean): Promise<EngineClient> {
		this.tell('connecting', null);
		const client = this.open(isRestart);
		// Callers get the rejection from their calls; here it only must not count as unhandled.
		client.catch(() => undefined);
		return client;
	}

	private async open(isRestart: boolean): Promise<EngineClient> {
		const client = new EngineClient(await this.connectOrStop(), this.log);
		client.onGone(() => this.ended());
		try {
			const { project } = await client.call('project.state', {});
			client.on('project.changed', (payload) => this.emit('project.changed', payload));
			if (isRestart) {
				this.tell('restarted', await this.reopen(client, project?.path ?? null));
			} else {
				this.projectPath = project?.path ?? null;
				this.tell('ready', null);
			}
			return client;
		} catch (error) {
			// An engine that ended while it was being opened has been seen to by `ended` already.
			if (!(error instanceof EngineError && error.code === 'engine-gone')) {
				this.tell('stopped', messageOf(error));
			}
			throw error;
		}
	}

	private async connectOrStop(): Promise<Port> {
		try {
			return await this.connect();
		} catch (error) {
			this.tell('stopped', messageOf(error));
			// Whatever the reason is, to callers it is the same: there is no engine to ask.
			throw new EngineError('engine-gone', messageOf(error), { cause: error });
		}
	}

	/** Opens the project that was open before; the answer says how that went. */
	private async reopen(client: EngineClient, openPath: string | null): Promise<string> {
		const began = 'The engine stopped unexpectedly and was started again.';
		if (this.projectPath === null || openPath === this.projectPath) {
			return `${began} Nothing that had been saved was lost.`;
		}
		try {
			const project = await client.call('project.open', { path: this.projectPath });
			this.emit('project.changed', { project });
			return `${began} The project was opened again; what was under way at that moment has to be repeated.`;
		} catch (error) {
			return `${began} The project could not be opened again: ${messageOf(error)}`;
		}
	}

	private ended(): void {
		if (this.isClosed) {
			return;
		}
		const now = Date.now();
		this.endsAtMs = [...this.endsAtMs.filter((at) => now - at < RESTART_WINDOW_MS), now];
		if (this.endsAtMs.length > MAX_RESTARTS) {
			this.tell('stopped', 'The engine stopped several times within a minute and was not started again.');
			return;
		}
		this.client = this.start(true);
	}

	private emit<N extends EventName>(name: N, payload: EventPayload<N>): void {
		for (const listener of this.eventListeners.get(name) ?? []) {
			listener(payload as never);
		}
	}

	private tell(kind: ConnectionStatus['kind'], message: string | null): void {
		this.latest = { kind, message };
		for (const listener of this.statusListeners) {
			listener(this.latest);
		}
	}
}

function messageOf(error: unknown): string {
	return error instanceof Error ? error.message : String(error);
}
