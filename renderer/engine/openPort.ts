import { ENGINE_PORT_MESSAGE, type DesktopApi } from '#shared/model/desktopApi.ts';
import { WEB_SOCKET_PATH } from '#shared/protocol/browserHost.ts';
import { EngineError, type Port } from '#shared/protocol/envelope.ts';
import { sessionToken } from './sessionToken.ts';
import { webSocketPort } from './webSocketPort.ts';

/** A pipe to a running engine: through the desktop shell where there is one, else by WebSocket to the page's own host. */
export function openPort(desktop: DesktopApi | null): Promise<Port> {
	return desktop ? desktopPort(desktop) : webSocketPort(new URL(WEB_SOCKET_PATH, window.location.href), sessionToken());
}

const PORT_WITHIN_MS = 20_000;

async function desktopPort(desktop: DesktopApi): Promise<Port> {
	const arrival = nextEnginePort();
	try {
		await desktop.connect();
	} catch (error) {
		arrival.cancel();
		throw error;
	}
	const port = await arrival.port;
	const closed = new Set<() => void>();
	const tellClosed = () => {
		for (const listener of closed) {
			listener();
		}
		closed.clear();
	};
	const stopListening = desktop.onEngineExit(() => {
		stopListening();
		tellClosed();
	});
	port.addEventListener('close', tellClosed);
	return {
		post: (message) => port.postMessage(message),
		onMessage(listener) {
			port.addEventListener('message', (event: MessageEvent<unknown>) => listener(event.data));
			port.start();
		},
		onClose: (listener) => void closed.add(listener),
		close() {
			stopListening();
			port.close();
		},
	};
}

/** Listens for the window message that carries the port; it can arrive before or after `connect` resolves. */
function nextEnginePort() {
	const stop = new AbortController();
	const port = new Promise<MessagePort>((resolve, reject) => {
		const timer = setTimeout(() => {
			stop.abort();
			reject(new EngineError('engine-gone', 'The engine did not start in time. Try again, or start Tranche anew.'));
		}, PORT_WITHIN_MS);
		stop.signal.addEventListener('abort', () => clearTimeout(timer));
		window.addEventListener(
			'message',
			(event: MessageEvent<unknown>) => {
				const [received] = event.ports;
				if (event.source === window && event.data === ENGINE_PORT_MESSAGE && received) {
					stop.abort();
					resolve(received);
				}
			},
			{ signal: stop.signal },
		);
	});
	return { port, cancel: () => stop.abort() };
}
