import type { Port } from '#shared/protocol/envelope.ts';
import { MessageChannel, type MessagePort } from 'node:worker_threads';

/** Two ends of a real message channel. Close one of them at the end of the test. */
export function channel(): { readonly engine: Port; readonly client: Port } {
	const { port1, port2 } = new MessageChannel();
	return { engine: asPort(port1), client: asPort(port2) };
}

function asPort(port: MessagePort): Port {
	return {
		post: (message) => port.postMessage(message),
		onMessage: (listener) => {
			port.on('message', listener);
		},
		onClose: (listener) => {
			port.on('close', listener);
		},
		close: () => port.close(),
	};
}
