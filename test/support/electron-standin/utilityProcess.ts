import { fork as forkProcess, type ChildProcess } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { join } from 'node:path';
import { ForeignPorts, type ForeignMessage, type MessagePortMain } from './MessagePorts.ts';

/** The running children with their service names. */
const children = new Map<ChildProcess, string>();

interface ForkOptions {
	readonly env?: NodeJS.ProcessEnv;
	readonly execArgv?: readonly string[];
	readonly serviceName?: string;
}

type FromChild = { readonly kind: 'message'; readonly data: unknown } | ForeignMessage;

/** A Node child process with `process.parentPort`, in place of Electron's utility process. */
class UtilityProcess extends EventEmitter {
	readonly #child: ChildProcess;
	readonly #ports: ForeignPorts;

	constructor(modulePath: string, args: readonly string[], options: ForkOptions) {
		super();
		this.#child = forkProcess(modulePath, [...args], {
			execArgv: ['--import', join(import.meta.dirname, 'parentPort.ts'), ...(options.execArgv ?? [])],
			serialization: 'advanced',
			stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
			env: options.env ?? process.env,
		});
		children.set(this.#child, options.serviceName ?? 'Node Utility Process');
		this.#ports = new ForeignPorts((message) => this.#send(message));
		this.#child.on('spawn', () => this.emit('spawn'));
		this.#child.on('exit', (code) => {
			children.delete(this.#child);
			this.#ports.closeAll();
			this.emit('exit', code ?? 1);
		});
		this.#child.on('message', (message: FromChild) => {
			if (message.kind === 'message') {
				this.emit('message', message.data);
			} else {
				this.#ports.receive(message);
			}
		});
	}

	get pid(): number | undefined {
		return this.#child.exitCode === null && this.#child.signalCode === null ? this.#child.pid : undefined;
	}

	postMessage(data: unknown, transfer: readonly MessagePortMain[] = []): void {
		this.#send({ kind: 'message', data, ports: this.#ports.give(transfer) });
	}

	kill(): boolean {
		return this.#child.kill();
	}

	#send(message: object): void {
		if (this.#child.connected) {
			// A child that ends at this moment hears it no more; its exit is reported anyway.
			this.#child.send(message, () => undefined);
		}
	}
}

export const utilityProcess = {
	fork(modulePath: string, args: readonly string[] = [], options: ForkOptions = {}): UtilityProcess {
		return new UtilityProcess(modulePath, args, options);
	},
};

/** The running children as Electron's process metrics name them. */
export function childMetrics(): readonly { readonly pid: number; readonly type: string; readonly name: string }[] {
	return [...children].map(([child, name]) => ({ pid: child.pid ?? 0, type: 'Utility', name }));
}

/** No child outlives the app. */
export function killChildren(): void {
	for (const child of children.keys()) {
		child.kill('SIGKILL');
	}
}
