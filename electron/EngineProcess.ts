import { MessageChannelMain, utilityProcess, type MessagePortMain, type UtilityProcess } from 'electron';
import { RestartBudget } from './RestartBudget.ts';

const FAILED = 'The engine of Tranche stopped several times in a row. Close Tranche and start it again.';
const DID_NOT_START = 'The engine of Tranche could not be started. Close Tranche and start it again.';

interface EngineProcessOptions {
	/** The engine's program, an ES module. */
	readonly modulePath: string;
	readonly args: readonly string[];
	/** Called after each end that was not asked for, once a new process is on its way. */
	readonly onExit: (code: number) => void;
}

/**
 * The one process that touches data. It is started with the first connection and started again whenever it ends; the page is
 * then told and connects anew. Clients talk to it over ports of their own: this process is not in the data's way.
 */
export class EngineProcess {
	readonly #options: EngineProcessOptions;
	readonly #budget = new RestartBudget();
	#running: Promise<UtilityProcess> | null = null;
	#isStopped = false;

	constructor(options: EngineProcessOptions) {
		this.#options = options;
	}

	/** A port to the engine for one client. @throws a plain sentence where no engine can be started */
	async connect(): Promise<MessagePortMain> {
		const child = await this.#start();
		const { port1, port2 } = new MessageChannelMain();
		child.postMessage({ type: 'connect' }, [port1]);
		return port2;
	}

	/** Ends the process for good. Every change of a project is complete on disk before it is reported, so none is lost. */
	stop(): void {
		this.#isStopped = true;
		void this.#running?.then(
			(child) => child.kill(),
			() => undefined,
		);
	}

	#start(): Promise<UtilityProcess> {
		this.#running ??= this.#fork();
		return this.#running;
	}

	#fork(): Promise<UtilityProcess> {
		if (this.#isStopped || !this.#budget.take(Date.now())) {
			return Promise.reject(new Error(FAILED));
		}
		const child = utilityProcess.fork(this.#options.modulePath, [...this.#options.args], {
			serviceName: 'Tranche engine',
			stdio: 'inherit',
		});
		return new Promise((resolve, reject) => {
			child.once('spawn', () => resolve(child));
			child.once('exit', (code) => {
				reject(new Error(DID_NOT_START));
				this.#ended(code);
			});
		});
	}

	#ended(code: number): void {
		this.#running = null;
		if (this.#isStopped) {
			return;
		}
		console.error(`The engine ended with code ${code}; it is started again.`);
		// A start that fails is reported by the connection that the page asks for next.
		this.#start().catch(() => undefined);
		this.#options.onExit(code);
	}
}
