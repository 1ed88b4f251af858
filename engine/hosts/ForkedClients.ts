import type { Port } from '#shared/protocol/envelope.ts';
import { clientMessage, type ClientMessage } from './clientChannel.ts';

interface Client {
	readonly onMessage: ((message: unknown) => void)[];
	readonly onClose: (() => void)[];
}

/** The engine's end of the pipe to the browser host: turns it into one port per page. */
export class ForkedClients {
	private readonly clients = new Map<number, Client>();
	private readonly send: (message: ClientMessage) => void;
	private readonly attach: (port: Port) => void;

	constructor(send: (message: ClientMessage) => void, attach: (port: Port) => void) {
		this.send = send;
		this.attach = attach;
	}

	/** Takes what came through the pipe. Anything else is none of its business. */
	receive(raw: unknown): void {
		const parsed = clientMessage.safeParse(raw);
		if (!parsed.success) {
			return;
		}
		const message = parsed.data;
		switch (message.kind) {
			case 'open':
				this.open(message.client);
				return;
			case 'message':
				for (const listener of this.clients.get(message.client)?.onMessage ?? []) {
					listener(message.message);
				}
				return;
			case 'close':
				this.close(message.client);
		}
	}

	private open(id: number): void {
		const client: Client = { onMessage: [], onClose: [] };
		this.clients.set(id, client);
		this.attach({
			post: (message) => this.send({ kind: 'message', client: id, message }),
			onMessage: (listener) => void client.onMessage.push(listener),
			onClose: (listener) => void client.onClose.push(listener),
			close: () => {
				this.send({ kind: 'close', client: id });
				this.close(id);
			},
		});
	}

	private close(id: number): void {
		const client = this.clients.get(id);
		this.clients.delete(id);
		for (const listener of client?.onClose ?? []) {
			listener();
		}
	}
}
