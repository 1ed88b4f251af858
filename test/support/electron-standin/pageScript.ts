import { decode, encode } from './wire.ts';

/** Called by the main process, in the page. */
export const PAGE_ENTRY = 'electronStandinReceive';
/** Called by the page, in the main process. */
export const PAGE_BINDING = 'electronStandinSend';

/** What runs in every new document before its own scripts: the preload script with the modules that it may require. */
export function pageScript(preload: string): string {
	return `(() => {
		if (window.top !== window) return;
		const encode = ${encode.toString()};
		const decode = ${decode.toString()};
		const bridge = ${bridgeValue.toString()};
		const send = window.${PAGE_BINDING};
		delete window.${PAGE_BINDING};
		(${runPreload.toString()})(encode, decode, bridge, send, (require, module, exports, process) => {
			${preload}
		});
	})()`;
}

/** What crosses the context bridge: copies without prototypes, frozen; functions by proxy; only what can be cloned. */
function bridgeValue(value: unknown): unknown {
	if (typeof value === 'function') {
		return (...args: readonly unknown[]) =>
			bridgeValue((value as (...all: unknown[]) => unknown)(...args.map(bridgeValue)));
	}
	if (value instanceof Promise) {
		return value.then(bridgeValue);
	}
	if (value === null || typeof value !== 'object' || ArrayBuffer.isView(value) || value instanceof ArrayBuffer) {
		return value;
	}
	if (Array.isArray(value)) {
		return Object.freeze(value.map(bridgeValue));
	}
	const prototype: unknown = Object.getPrototypeOf(value);
	if (prototype === Object.prototype || prototype === null) {
		return Object.freeze(Object.fromEntries(Object.entries(value).map(([key, part]) => [key, bridgeValue(part)])));
	}
	return value instanceof Blob ? value : structuredClone(value);
}

interface PageMessage {
	readonly kind: 'message' | 'port' | 'close';
	readonly channel: string;
	readonly args: readonly unknown[];
	readonly id: number;
	readonly data: unknown;
	readonly ports: readonly number[];
}

type Receive = (event: object, ...args: readonly unknown[]) => void;
type Preload = (require: unknown, module: unknown, exports: unknown, process: unknown) => void;

/** The sandboxed world of a preload script; stringified and run in the page, so it uses nothing from outside itself. */
function runPreload(
	encodeValue: typeof encode,
	decodeText: typeof decode,
	bridge: (value: unknown) => unknown,
	send: (text: string) => Promise<string>,
	preload: Preload,
): void {
	const page = globalThis as unknown as Record<string, unknown>;
	const listeners = new Map<string, Set<Receive>>();
	const ports = new Map<number, MessagePort>();
	const adopt = (id: number): MessagePort => {
		const channel = new MessageChannel();
		ports.set(id, channel.port1);
		channel.port1.addEventListener('message', (event: MessageEvent<unknown>) => {
			void send(encodeValue({ kind: 'port', id, data: event.data, ports: [] }));
		});
		channel.port1.start();
		return channel.port2;
	};
	const removeListener = (channel: string, listener: Receive): object => {
		listeners.get(channel)?.delete(listener);
		return ipcRenderer;
	};
	const ipcRenderer = {
		invoke: async (channel: string, ...args: readonly unknown[]): Promise<unknown> => {
			structuredClone(args);
			const answer = decodeText(await send(encodeValue({ kind: 'invoke', channel, args }))) as {
				readonly error?: string;
				readonly value?: unknown;
			};
			if (answer.error !== undefined) {
				throw new Error(answer.error);
			}
			return answer.value;
		},
		send: (channel: string, ...args: readonly unknown[]): void => {
			structuredClone(args);
			void send(encodeValue({ kind: 'send', channel, args }));
		},
		on: (channel: string, listener: Receive): object => {
			listeners.set(channel, (listeners.get(channel) ?? new Set()).add(listener));
			return ipcRenderer;
		},
		off: removeListener,
		removeListener,
	};
	const electron = {
		ipcRenderer,
		contextBridge: {
			exposeInMainWorld(name: string, api: unknown): void {
				if (name in page) {
					throw new Error('Cannot bind an API on top of an existing property on the window object');
				}
				Object.defineProperty(page, name, { value: bridge(api), enumerable: true });
			},
		},
		webUtils: { getPathForFile: (file: File) => `/dropped/${file.name}` },
	};
	const receive = (text: string): void => {
		const message = decodeText(text) as PageMessage;
		if (message.kind === 'message') {
			const event = { ports: message.ports.map(adopt) };
			for (const listener of listeners.get(message.channel) ?? []) {
				listener(event, ...message.args);
			}
		} else if (message.kind === 'port') {
			ports.get(message.id)?.postMessage(message.data);
		} else {
			ports.get(message.id)?.close();
			ports.delete(message.id);
		}
	};
	Object.defineProperty(page, 'electronStandinReceive', { value: receive });
	const requireModule = (name: string): unknown => {
		if (name !== 'electron' && name !== 'electron/renderer') {
			throw new Error(`module not found: ${name}`);
		}
		return electron;
	};
	const module = { exports: {} };
	const process = {
		platform: 'linux',
		type: 'renderer',
		sandboxed: true,
		contextIsolated: true,
		versions: {},
		env: {},
	};
	preload(requireModule, module, module.exports, process);
}
