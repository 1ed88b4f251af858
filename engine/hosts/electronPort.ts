import type { Port } from '#shared/protocol/envelope.ts';

/** What is used of Electron's MessagePortMain, which the engine gets from the main process; its types are Electron's own. */
export interface MessagePortMain {
	postMessage(message: unknown): void;
	on(event: 'message', listener: (event: { readonly data: unknown }) => void): unknown;
	on(event: 'close', listener: () => void): unknown;
	start(): void;
	close(): void;
}

export function electronPort(port: MessagePortMain): Port {
	return {
		post: (message) => port.postMessage(message),
		onMessage(listener) {
			port.on('message', (event) => listener(event.data));
			port.start();
		},
		onClose: (listener) => void port.on('close', listener),
		close: () => port.close(),
	};
}
