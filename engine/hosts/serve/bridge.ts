import { decode, encode } from '@msgpack/msgpack';
import type { WebSocket } from 'ws';
import type { EngineChild } from './EngineChild.ts';

/** Close code 1012, service restart: the engine ended, and whoever comes back gets a new one. */
const ENGINE_ENDED = 1012;
const CANNOT_READ = 1007;

/** Carries one page's messages to the engine and back: one msgpack frame each, in which bytes travel as they are. */
export function bridge(page: WebSocket, engine: EngineChild): void {
	const link = engine.connect({
		onMessage: (message) => page.send(encode(message, { ignoreUndefined: true })),
		onClose: () => page.close(ENGINE_ENDED, 'The engine ended'),
	});
	page.on('message', (data, isBinary) => {
		let message: unknown;
		try {
			message = isBinary ? decode(bytesOf(data)) : null;
		} catch {
			page.close(CANNOT_READ, 'Not msgpack');
			return;
		}
		link.post(message);
	});
	page.on('close', () => link.close());
	page.on('error', (error) => console.error(`The connection to a page failed: ${error.message}`));
}

function bytesOf(data: Buffer | ArrayBuffer | Buffer[]): Uint8Array {
	return Array.isArray(data) ? Buffer.concat(data) : data instanceof ArrayBuffer ? new Uint8Array(data) : data;
}
