/** Loaded first in a child process: gives it the `process.parentPort` of Electron's utility processes. */
import { EventEmitter } from 'node:events';

type FromParent =
	| {
			readonly kind: 'message' | 'port';
			readonly id: number;
			readonly data: unknown;
			readonly ports: readonly number[];
	  }
	| { readonly kind: 'close'; readonly id: number };

const ports = new Map<number, ChildPort>();

class ChildPort extends EventEmitter {
	readonly #id: number;
	#isStarted = false;
	#queue: object[] = [];

	constructor(id: number) {
		super();
		this.#id = id;
		ports.set(id, this);
	}

	postMessage(data: unknown): void {
		process.send?.({ kind: 'port', id: this.#id, data, ports: [] });
	}

	start(): void {
		this.#isStarted = true;
		for (const event of this.#queue.splice(0)) {
			this.emit('message', event);
		}
	}

	close(): void {
		process.send?.({ kind: 'close', id: this.#id });
	}

	receive(event: object): void {
		if (this.#isStarted) {
			this.emit('message', event);
		} else {
			this.#queue.push(event);
		}
	}
}

const parentPort = Object.assign(new EventEmitter(), {
	postMessage: (data: unknown) => void process.send?.({ kind: 'message', data }),
});
Object.defineProperty(process, 'parentPort', { value: parentPort });
Object.defineProperty(process, 'type', { value: 'utility' });

process.on('message', (message: FromParent) => {
	if (message.kind === 'close') {
		ports.get(message.id)?.emit('close');
		ports.delete(message.id);
		return;
	}
	const event = { data: message.data, ports: message.ports.map((id) => new ChildPort(id)) };
	if (message.kind === 'message') {
		parentPort.emit('message', event);
	} else {
		ports.get(message.id)?.receive(event);
	}
});
process.on('disconnect', () => process.exit(0));
