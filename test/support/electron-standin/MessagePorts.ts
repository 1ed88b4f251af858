import { EventEmitter } from 'node:events';

export interface PortMessage {
	readonly data: unknown;
	readonly ports: readonly MessagePortMain[];
}

/**
 * Electron's MessagePortMain: one of two entangled ends. An end that is handed to another process is `forwarded`: what arrives
 * here goes there instead.
 */
export class MessagePortMain extends EventEmitter {
	#peer: MessagePortMain | null = null;
	#queue: PortMessage[] = [];
	#receive: ((message: PortMessage) => void) | null = null;
	#isClosed = false;

	static entangle(first: MessagePortMain, second: MessagePortMain): void {
		first.#peer = second;
		second.#peer = first;
	}

	postMessage(data: unknown, transfer: readonly MessagePortMain[] = []): void {
		const message = { data: structuredClone(data), ports: transfer };
		const peer = this.#peer;
		if (peer) {
			queueMicrotask(() => peer.#deliver(message));
		}
	}

	start(): void {
		this.#receive ??= (message) => this.emit('message', message);
		this.#flush();
	}

	close(): void {
		const peer = this.#peer;
		if (!this.#isClosed && peer) {
			this.#isClosed = true;
			peer.#isClosed = true;
			queueMicrotask(() => {
				this.emit('close');
				peer.emit('close');
			});
		}
	}

	/** Sends what arrives, and the end, to the process that owns this port from now on. */
	forward(receive: (message: PortMessage) => void, closed: () => void): void {
		this.#receive = receive;
		this.on('close', closed);
		this.#flush();
	}

	#deliver(message: PortMessage): void {
		if (this.#isClosed) {
			return;
		}
		this.#queue.push(message);
		this.#flush();
	}

	#flush(): void {
		if (this.#receive) {
			for (const message of this.#queue.splice(0)) {
				this.#receive(message);
			}
		}
	}
}

export class MessageChannelMain {
	readonly port1 = new MessagePortMain();
	readonly port2 = new MessagePortMain();

	constructor() {
		MessagePortMain.entangle(this.port1, this.port2);
	}
}

/** The ports of this process whose other owner is one page or one child process, by number. */
export class ForeignPorts {
	static #next = 1;
	readonly #ports = new Map<number, MessagePortMain>();
	readonly #send: (message: ForeignMessage) => void;

	constructor(send: (message: ForeignMessage) => void) {
		this.#send = send;
	}

	/** Hands ports over; the numbers go along with the message that carries them. */
	give(ports: readonly MessagePortMain[]): readonly number[] {
		return ports.map((port) => {
			const id = ForeignPorts.#next++;
			this.#ports.set(id, port);
			port.forward(
				({ data, ports: more }) => this.#send({ kind: 'port', id, data, ports: this.give(more) }),
				() => {
					this.#ports.delete(id);
					this.#send({ kind: 'close', id });
				},
			);
			return id;
		});
	}

	/** Takes what the other owner says on one of its ports. */
	receive(message: ForeignMessage): void {
		const port = this.#ports.get(message.id);
		if (message.kind === 'port') {
			port?.postMessage(message.data);
		} else {
			port?.close();
		}
	}

	/** The other owner is gone: all its ports end. */
	closeAll(): void {
		for (const port of this.#ports.values()) {
			port.close();
		}
		this.#ports.clear();
	}
}

export type ForeignMessage =
	| { readonly kind: 'port'; readonly id: number; readonly data: unknown; readonly ports: readonly number[] }
	| { readonly kind: 'close'; readonly id: number };
