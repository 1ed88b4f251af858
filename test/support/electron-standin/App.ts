import { EventEmitter } from 'node:events';
import { mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CommandLine } from './commandLine.ts';
import { childMetrics } from './utilityProcess.ts';

/** Electron's `app`: paths, readiness, quitting. */
export class App extends EventEmitter {
	readonly isPackaged = false;
	readonly commandLine: {
		appendSwitch(name: string, value?: string): void;
		hasSwitch(name: string): boolean;
		getSwitchValue(name: string): string;
	};
	readonly #line: CommandLine;
	readonly #switches = new Map<string, string>();
	readonly #paths = new Map<string, string>();
	readonly #ready = Promise.withResolvers<void>();
	#isReady = false;
	#closeWindows: () => void = () => undefined;
	#finish: (code: number) => void = (code) => process.exit(code);

	constructor(line: CommandLine) {
		super();
		this.#line = line;
		for (const argument of line.rest.filter((entry) => entry.startsWith('--'))) {
			const [name = '', value = ''] = argument.slice(2).split(/=(.*)/s);
			this.#switches.set(name, value);
		}
		this.commandLine = {
			appendSwitch: (name, value = '') => void this.#switches.set(name, value),
			hasSwitch: (name) => this.#switches.has(name),
			getSwitchValue: (name) => this.#switches.get(name) ?? '',
		};
	}

	/** Connects the parts that are made later. */
	wire(closeWindows: () => void, finish: (code: number) => void): void {
		this.#closeWindows = closeWindows;
		this.#finish = finish;
	}

	becomeReady(): void {
		this.#isReady = true;
		this.#ready.resolve();
		this.emit('ready', {}, {});
	}

	whenReady(): Promise<void> {
		return this.#ready.promise;
	}

	isReady(): boolean {
		return this.#isReady;
	}

	getPath(name: string): string {
		if (name === 'temp') {
			return tmpdir();
		}
		const path =
			this.#paths.get(name) ?? (name === 'userData' ? this.#makeUserData() : join(this.getPath('userData'), name));
		mkdirSync(path, { recursive: true });
		return path;
	}

	setPath(name: string, path: string): void {
		this.#paths.set(name, path);
	}

	getAppPath(): string {
		return this.#line.appFolder;
	}

	getName(): string {
		return this.#line.name;
	}

	getVersion(): string {
		return this.#line.version;
	}

	enableSandbox(): void {
		if (this.#isReady) {
			throw new Error('app.enableSandbox() can only be called before app is ready');
		}
	}

	requestSingleInstanceLock(): boolean {
		return true;
	}

	getAppMetrics(): ReturnType<typeof childMetrics> {
		return childMetrics();
	}

	quit(): void {
		if (this.#allows('before-quit')) {
			this.#closeWindows();
			if (this.#allows('will-quit')) {
				this.exit(0);
			}
		}
	}

	exit(code = 0): void {
		this.emit('quit', {}, code);
		this.#finish(code);
	}

	#makeUserData(): string {
		const path = mkdtempSync(join(tmpdir(), 'electron-standin-'));
		this.#paths.set('userData', path);
		return path;
	}

	/** Emits an event that a listener may prevent. */
	#allows(event: string): boolean {
		let isAllowed = true;
		this.emit(event, {
			preventDefault() {
				isAllowed = false;
			},
		});
		return isAllowed;
	}
}
