import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import type { BrowserContext, Frame, Page, Route } from 'playwright';
import { ipcMain } from './ipcMain.ts';
import { ForeignPorts, type ForeignMessage, type MessagePortMain } from './MessagePorts.ts';
import { PAGE_BINDING, PAGE_ENTRY, pageScript } from './pageScript.ts';
import { fromChromium, schemeHandler, toChromium } from './protocol.ts';
import { blockedRequests, defaultSession } from './Session.ts';
import { decode, encode } from './wire.ts';

type FromPage =
	{ readonly kind: 'invoke' | 'send'; readonly channel: string; readonly args: readonly unknown[] } | ForeignMessage;

const all = new Map<number, WebContents>();

/** Electron's webContents over one page of a real Chromium. */
export class WebContents extends EventEmitter {
	static #next = 1;
	readonly id = WebContents.#next++;
	readonly session = defaultSession;
	readonly #ports = new ForeignPorts((message) => this.#tell(message));
	readonly #opened: Promise<Page>;
	#page: Page | null = null;
	#targetId = '';
	#isLoading = false;
	/** Messages to the page go out one after the other. */
	#outbox: Promise<unknown> = Promise.resolve();

	constructor(context: BrowserContext, preloadPath: string | undefined) {
		super();
		all.set(this.id, this);
		this.#opened = this.#open(context, preloadPath);
	}

	static fromId(id: number): WebContents | undefined {
		return all.get(id);
	}

	static fromDevToolsTargetId(targetId: string): WebContents | undefined {
		return [...all.values()].find((contents) => contents.#targetId === targetId);
	}

	static getAllWebContents(): readonly WebContents[] {
		return [...all.values()];
	}

	async loadURL(url: string): Promise<void> {
		const page = await this.#opened;
		await this.#load(() => page.goto(toChromium(url), { waitUntil: 'load' }));
	}

	reload(): void {
		const page = this.#page;
		if (page) {
			void this.#load(() => page.reload({ waitUntil: 'load' }));
		}
	}

	send(channel: string, ...args: readonly unknown[]): void {
		this.#tell({ kind: 'message', channel, args: structuredClone(args), ports: [] });
	}

	postMessage(channel: string, message: unknown, transfer: readonly MessagePortMain[] = []): void {
		this.#tell({ kind: 'message', channel, args: [structuredClone(message)], ports: this.#ports.give(transfer) });
	}

	/** Not Electron's: the window tells its page how large it is. */
	resize(width: number, height: number): void {
		void this.#opened.then((page) => page.setViewportSize({ width, height })).catch(() => undefined);
	}

	getURL(): string {
		return fromChromium(this.#page?.url() ?? '');
	}

	isDestroyed(): boolean {
		return !all.has(this.id);
	}

	/** Playwright's popup comes after the window exists, so it is closed at once, whatever the handler says of it. */
	setWindowOpenHandler(handler: (details: { readonly url: string }) => { readonly action: string }): void {
		void this.#opened.then((page) =>
			page.on('popup', (popup) => {
				if (handler({ url: popup.url() }).action !== 'deny') {
					throw new Error('electron stand-in: opening windows is not implemented');
				}
				void popup.close();
			}),
		);
	}

	close(): void {
		void this.#page?.close();
	}

	destroy(): void {
		if (all.delete(this.id)) {
			this.#ports.closeAll();
			void this.#page?.close().catch(() => undefined);
			this.emit('destroyed');
		}
	}

	async #open(context: BrowserContext, preloadPath: string | undefined): Promise<Page> {
		const page = await context.newPage();
		const devTools = await context.newCDPSession(page);
		this.#targetId = (await devTools.send('Target.getTargetInfo')).targetInfo.targetId;
		await page.exposeBinding(PAGE_BINDING, ({ frame }, text: string) => this.#receive(frame, text));
		await page.addInitScript(pageScript(preloadPath === undefined ? '' : readFileSync(preloadPath, 'utf8')));
		await page.route('**/*', (route) => this.#answer(route));
		page.on('close', () => this.destroy());
		this.#page = page;
		return page;
	}

	async #load(navigate: () => Promise<unknown>): Promise<void> {
		this.#isLoading = true;
		this.#beginDocument();
		try {
			await navigate();
			this.emit('did-finish-load');
		} finally {
			this.#isLoading = false;
		}
	}

	/** The ports of the document before end with it. */
	#beginDocument(): void {
		this.#ports.closeAll();
		this.emit('did-navigate');
	}

	/** A request of the page: the app's navigation guard, its request filter, then its scheme handler. Nothing else answers. */
	async #answer(route: Route): Promise<void> {
		const request = route.request();
		const url = fromChromium(request.url());
		const isMainNavigation = request.isNavigationRequest() && request.frame() === this.#page?.mainFrame();
		if (isMainNavigation && !this.#isLoading) {
			if (url === this.getURL()) {
				this.#beginDocument();
			} else if (this.#isPrevented('will-navigate', url)) {
				await route.fulfill({ status: 204 });
				return;
			}
		}
		const details = { url, method: request.method(), resourceType: request.resourceType() };
		const handler = schemeHandler(url);
		if ((await defaultSession.isCancelled(details)) || !handler) {
			blockedRequests.push(url);
			await route.abort('blockedbyclient');
			return;
		}
		const response = await handler(new Request(url, { method: request.method() }));
		await route.fulfill({
			status: response.status,
			headers: Object.fromEntries(response.headers),
			body: Buffer.from(await response.arrayBuffer()),
		});
	}

	#isPrevented(name: string, url: string): boolean {
		let isPrevented = false;
		const preventDefault = (): void => {
			isPrevented = true;
		};
		this.emit(name, { preventDefault, url }, url);
		return isPrevented;
	}

	async #receive(frame: Frame, text: string): Promise<string> {
		const message = decode(text) as FromPage;
		if (message.kind === 'port' || message.kind === 'close') {
			this.#ports.receive(message);
			return '';
		}
		const senderFrame = { url: fromChromium(frame.url()), parent: frame.parentFrame() };
		const event = { sender: this, senderFrame, ports: [] };
		if (message.kind === 'send') {
			ipcMain.emit(message.channel, event, ...message.args);
			return '';
		}
		try {
			return encode({ value: await ipcMain.invoke(message.channel, event, message.args) });
		} catch (error) {
			return encode({ error: error instanceof Error ? error.message : String(error) });
		}
	}

	#tell(message: object): void {
		const script = `window.${PAGE_ENTRY}?.(${JSON.stringify(encode(message))})`;
		// A page that is closed meanwhile has nothing to hear.
		this.#outbox = this.#outbox.then(() => this.#page?.evaluate(script)).catch(() => undefined);
	}
}
