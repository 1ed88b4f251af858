import { EventEmitter } from 'node:events';
import type { BrowserContext } from 'playwright';
import type { App } from './App.ts';
import { WebContents } from './WebContents.ts';

interface Rectangle {
	x: number;
	y: number;
	width: number;
	height: number;
}

interface WindowOptions extends Partial<Rectangle> {
	readonly title?: string;
	readonly webPreferences?: Readonly<Record<string, unknown>>;
}

/** The stand-in runs no app that loosens these. */
const REQUIRED = { contextIsolation: true, sandbox: true, nodeIntegration: false, webSecurity: true } as const;

const windows = new Map<number, StandinWindow>();

/** Electron's BrowserWindow without a window: bounds and states are remembered, the page is real. */
export class StandinWindow extends EventEmitter {
	static #next = 1;
	readonly id = StandinWindow.#next++;
	readonly webContents: WebContents;
	#bounds: Rectangle;
	#isMaximized = false;
	#isMinimized = false;

	constructor(app: App, context: BrowserContext, options: WindowOptions) {
		super();
		if (!app.isReady()) {
			throw new Error('Cannot create BrowserWindow before app is ready');
		}
		const preferences = options.webPreferences ?? {};
		for (const [name, value] of Object.entries(REQUIRED)) {
			if (preferences[name] !== value) {
				throw new Error(`electron stand-in: webPreferences.${name} must be ${value}`);
			}
		}
		const { x = 0, y = 0, width = 800, height = 600 } = options;
		this.#bounds = { x, y, width, height };
		const { preload } = preferences;
		this.webContents = new WebContents(context, typeof preload === 'string' ? preload : undefined);
		this.webContents.resize(width, height);
		windows.set(this.id, this);
		app.emit('web-contents-created', {}, this.webContents);
		this.webContents.once('did-finish-load', () => this.emit('ready-to-show'));
		this.webContents.on('destroyed', () => this.destroy());
	}

	static getAllWindows(): readonly StandinWindow[] {
		return [...windows.values()];
	}

	static getFocusedWindow(): StandinWindow | null {
		return [...windows.values()].at(-1) ?? null;
	}

	static fromWebContents(contents: WebContents): StandinWindow | null {
		return [...windows.values()].find((window) => window.webContents === contents) ?? null;
	}

	static fromId(id: number): StandinWindow | null {
		return windows.get(id) ?? null;
	}

	loadURL(url: string): Promise<void> {
		return this.webContents.loadURL(url);
	}

	show(): void {}

	focus(): void {
		this.emit('focus');
	}

	getBounds(): Rectangle {
		return { ...this.#bounds };
	}

	getNormalBounds(): Rectangle {
		return { ...this.#bounds };
	}

	setBounds(bounds: Partial<Rectangle>): void {
		this.#bounds = { ...this.#bounds, ...bounds };
		this.webContents.resize(this.#bounds.width, this.#bounds.height);
		this.emit('resize');
		this.emit('move');
	}

	maximize(): void {
		this.#isMaximized = true;
	}

	isMaximized(): boolean {
		return this.#isMaximized;
	}

	minimize(): void {
		this.#isMinimized = true;
	}

	restore(): void {
		this.#isMinimized = false;
	}

	isMinimized(): boolean {
		return this.#isMinimized;
	}

	isDestroyed(): boolean {
		return !windows.has(this.id);
	}

	close(): void {
		let isPrevented = false;
		const preventDefault = (): void => {
			isPrevented = true;
		};
		this.emit('close', { preventDefault });
		if (!isPrevented) {
			this.destroy();
		}
	}

	destroy(): void {
		if (windows.delete(this.id)) {
			this.webContents.destroy();
			this.emit('closed');
		}
	}
}
