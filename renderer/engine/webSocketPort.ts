import { decode, encode } from '@msgpack/msgpack';
import { WEB_SOCKET_PROTOCOL } from '#shared/protocol/browserHost.ts';
import { EngineError, type Port } from '#shared/protocol/envelope.ts';

const UNREACHABLE =
	'Tranche cannot be reached. If it was ended, start it again and use the address that it prints; each address works once.';

/** A port over a WebSocket: every message is one msgpack frame, in which bytes travel as they are. */
export function webSocketPort(address: URL, token: string): Promise<Port> {
	const url = new URL(address);
	url.protocol = address.protocol === 'https:' ? 'wss:' : 'ws:';
	return new Promise((resolve, reject) => {
		if (token === '') {
			reject(new EngineError('engine-gone', UNREACHABLE));
			return;
		}
		const socket = new WebSocket(url, [WEB_SOCKET_PROTOCOL, token]);
		socket.binaryType = 'arraybuffer';
		const refuse = () => reject(new EngineError('engine-gone', UNREACHABLE));
		socket.addEventListener('close', refuse, { once: true });
		socket.addEventListener('open', () => {
			socket.removeEventListener('close', refuse);
			resolve({
				post(message) {
					if (socket.readyState === WebSocket.OPEN) {
						socket.send(encode(message, { ignoreUndefined: true }));
					}
				},
				onMessage(listener) {
					socket.addEventListener('message', (event: MessageEvent<unknown>) => {
						if (event.data instanceof ArrayBuffer) {
							listener(decode(new Uint8Array(event.data)));
						}
					});
				},
				onClose: (listener) => socket.addEventListener('close', () => listener()),
				close: () => socket.close(),
			});
		});
	});
}
