import { EventEmitter } from 'node:events';

export type IpcHandler = (event: object, ...args: readonly unknown[]) => unknown;

class IpcMain extends EventEmitter {
	readonly #handlers = new Map<string, IpcHandler>();

	handle(channel: string, handler: IpcHandler): void {
		if (this.#handlers.has(channel)) {
			throw new Error(`Attempted to register a second handler for '${channel}'`);
		}
		this.#handlers.set(channel, handler);
	}

	removeHandler(channel: string): void {
		this.#handlers.delete(channel);
	}

	/** Runs a handler as Electron does; errors reach the page as one sentence that names the channel. */
	async invoke(channel: string, event: object, args: readonly unknown[]): Promise<unknown> {
		const handler = this.#handlers.get(channel);
		try {
			if (!handler) {
				throw new Error(`No handler registered for '${channel}'`);
			}
			return structuredClone(await handler(event, ...args));
		} catch (error) {
			throw new Error(`Error invoking remote method '${channel}': ${String(error)}`, { cause: error });
		}
	}
}

export const ipcMain = new IpcMain();
