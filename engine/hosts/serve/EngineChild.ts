import { fork, type ChildProcess } from 'node:child_process';
import { entryFile } from '../../appFiles.ts';
import { clientMessage, type ClientMessage } from '../clientChannel.ts';

/** One page's view of the engine process. */
export interface EngineLink {
	post(message: unknown): void;
	close(): void;
}

export interface EngineLinkEvents {
	onMessage(message: unknown): void;
	/** The engine process ended, or it closed this page. */
	onClose(): void;
}

/**
 * The engine process of the browser host: started when the first page needs it, and again when a page comes after it
 * ended. All links of an engine that ends are closed, by which the pages notice and come back.
 */
export class EngineChild {
	private child: ChildProcess | null = null;
	private readonly links = new Map<number, EngineLinkEvents>();
	private nextClient = 1;

	/** Process id of the running engine, null when none runs. */
	get processId(): number | null {
		return this.child?.pid ?? null;
	}

	connect(events: EngineLinkEvents): EngineLink {
		const child = this.child ?? this.start();
		const client = this.nextClient++;
		this.links.set(client, events);
		post(child, { kind: 'open', client });
		return {
			post: (message) => post(child, { kind: 'message', client, message }),
			close: () => {
				if (this.links.delete(client)) {
					post(child, { kind: 'close', client });
				}
			},
		};
	}

	/** Ends the engine after it has closed its project. */
	async stop(): Promise<void> {
		const child = this.child;
		if (child) {
			const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
			child.disconnect();
			await ended;
		}
	}

	private start(): ChildProcess {
		const child = fork(entryFile('engine/hosts/engineProcess.ts'), [], {
			serialization: 'advanced',
			stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
		});
		this.child = child;
		child.on('message', (raw) => this.receive(raw));
		child.on('error', (error) => console.error(`The engine process failed: ${error.message}`));
		child.once('exit', () => this.ended(child));
		return child;
	}

	private receive(raw: unknown): void {
		const parsed = clientMessage.safeParse(raw);
		if (!parsed.success) {
			return;
		}
		const events = this.links.get(parsed.data.client);
		if (parsed.data.kind === 'message') {
			events?.onMessage(parsed.data.message);
		} else if (parsed.data.kind === 'close') {
			this.links.delete(parsed.data.client);
			events?.onClose();
		}
	}

	private ended(child: ChildProcess): void {
		if (this.child === child) {
			this.child = null;
			const orphans = [...this.links.values()];
			this.links.clear();
			for (const events of orphans) {
				events.onClose();
			}
		}
	}
}

function post(child: ChildProcess, message: ClientMessage): void {
	if (child.connected) {
		child.send(message);
	}
}
