import { expect, test, type Page } from '@playwright/test';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ENGINE_PORT_MESSAGE, type DesktopApi } from '#shared/model/desktopApi.ts';
import { isRealElectron, skipWithoutDesktop, startDesktop, type Desktop } from './support/desktop.ts';

/** The page's own globals, as seen by functions that run in it. */
interface PageWindow {
	readonly tranche: DesktopApi;
	noted?: string[];
	intruded?: boolean;
}
declare const window: PageWindow & Window;

test.describe.configure({ mode: 'serial' });
skipWithoutDesktop();

let dataFolder: string;
let desktop: Desktop;
const requested: string[] = [];

test.beforeAll(async () => {
	dataFolder = mkdtempSync(join(tmpdir(), 'tranche-desktop-'));
	desktop = await startDesktop(dataFolder);
	desktop.page.on('request', (request) => requested.push(request.url()));
});

test.afterAll(async () => {
	await desktop?.app.close();
	rmSync(dataFolder, { recursive: true, force: true });
});

/** Connects from the page, greets the engine and gives its answer. */
function greetEngine(page: Page): Promise<unknown> {
	return page.evaluate(async (portMessage) => {
		const answer = new Promise<unknown>((resolve) => {
			const receive = (event: MessageEvent<unknown>): void => {
				const [port] = event.ports;
				if (event.data === portMessage && port) {
					// Later ports are the page's own.
					window.removeEventListener('message', receive);
					port.addEventListener('message', ({ data }: MessageEvent<unknown>) => resolve(data));
					port.start();
					port.postMessage({ t: 'hello', version: 'a test' });
				}
			};
			window.addEventListener('message', receive);
		});
		await window.tranche.connect();
		return answer;
	}, ENGINE_PORT_MESSAGE);
}

test('the window opens on the page', async () => {
	await expect(desktop.page).toHaveTitle(/Tranche/);
	await expect(desktop.page.locator('#root')).not.toBeEmpty();
	expect(await desktop.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
});

test('the page sees the narrow interface of the shell and nothing of Node or Electron', async () => {
	const seen = await desktop.page.evaluate(() => ({
		api: Object.keys(window.tranche).sort(),
		leaks: ['require', 'process', 'module', 'ipcRenderer', 'Buffer'].filter((name) => name in window),
		isFrozen: Object.isFrozen(window.tranche),
	}));
	expect(seen).toEqual({
		api: [
			'appVersion',
			'connect',
			'onCommand',
			'onEngineExit',
			'onOpenProject',
			'openFile',
			'pathOf',
			'platform',
			'saveFile',
			'setMenu',
			'showInFolder',
		],
		leaks: [],
		isFrozen: true,
	});
});

test('the engine answers over a port of its own', async () => {
	expect(await greetEngine(desktop.page)).toEqual({ t: 'hello', version: expect.any(String) });
});

test('an entry of the native menu runs its command in the page', async () => {
	const { app, page } = desktop;
	await expect
		.poll(() =>
			app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('workbench.showCommands') !== null),
		)
		.toBe(true);
	await page.evaluate(() => {
		window.noted = [];
		window.tranche.onCommand((commandId) => window.noted?.push(commandId));
	});
	await app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('workbench.showCommands')?.click());
	await expect.poll(() => page.evaluate(() => window.noted)).toEqual(['workbench.showCommands']);
	await expect(page.getByRole('combobox')).toBeVisible();
	await page.keyboard.press('Escape');
});

test('file dialogs give the chosen paths, and nothing when they are cancelled', async () => {
	const { app, page } = desktop;
	await app.evaluate(({ dialog }) => {
		dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: ['/data/orders.csv'] });
		dialog.showSaveDialog = () => Promise.resolve({ canceled: true, filePath: '' });
	});
	const chosen = await page.evaluate(async () => [
		await window.tranche.openFile({ title: 'Open', kind: 'file', isMultiple: true, filters: [] }),
		await window.tranche.saveFile({ title: 'Save', defaultName: 'client.tranche', filters: [] }),
	]);
	expect(chosen).toEqual([['/data/orders.csv'], null]);
});

test('arguments that are none are refused before they reach the system', async () => {
	const refused = await desktop.page.evaluate(() =>
		window.tranche.openFile({ title: 3, kind: 'drive' } as never).then(
			() => 'accepted',
			() => 'refused',
		),
	);
	expect(refused).toBe('refused');
});

test('the page can neither leave, nor open windows, nor reach the network', async () => {
	const { app, page } = desktop;
	const address = page.url();
	const outcome = await page.evaluate(async () => {
		const failed = (): string => 'failed';
		const image = new Promise<string>((resolve) => {
			const picture = new Image();
			picture.addEventListener('error', () => resolve('failed'));
			picture.addEventListener('load', () => resolve('loaded'));
			picture.src = 'https://example.com/pixel.png';
		});
		const socket = new Promise<string>((resolve) => {
			try {
				new WebSocket('wss://example.com/').addEventListener('error', () => resolve('failed'));
			} catch {
				resolve('failed');
			}
		});
		const script = document.createElement('script');
		script.textContent = 'window.intruded = true';
		document.body.append(script);
		window.open('https://example.com/');
		window.location.href = 'https://example.com/';
		return {
			fetch: await window.fetch('https://example.com/').then(() => 'answered', failed),
			image: await image,
			socket: await socket,
			intruded: window.intruded ?? false,
		};
	});
	expect(outcome).toEqual({ fetch: 'failed', image: 'failed', socket: 'failed', intruded: false });
	// A navigation that is let through takes a moment.
	await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 500)));
	expect(page.url()).toBe(address);
	expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
	await expect.poll(() => app.windows().length).toBe(1);
});

test('files outside of the page are refused', async () => {
	const answers = await desktop.page.evaluate(async () =>
		Promise.all(
			['..%2f..%2fpackage.json', '%2e%2e%5c%2e%2e%5cpackage.json', 'missing.js', 'index.html'].map(async (name) => {
				const response = await window.fetch(new URL(name, window.location.href));
				return response.status;
			}),
		),
	);
	expect(answers).toEqual([403, 403, 404, 200]);
});

test('the page comes with a policy whose nonce is new each time', async () => {
	const policies = await desktop.page.evaluate(async () =>
		Promise.all(
			[1, 2].map(async () => {
				const response = await window.fetch(window.location.href);
				const nonce = /name="csp-nonce" content="([^"]+)"/.exec(await response.text())?.[1] ?? 'none';
				return { nonce, policy: response.headers.get('content-security-policy') ?? '' };
			}),
		),
	);
	for (const { nonce, policy } of policies) {
		expect(policy).toContain(`'nonce-${nonce}'`);
		expect(policy).toContain("default-src 'none'");
	}
	expect(policies[0]?.nonce).not.toBe(policies[1]?.nonce);
});

test('the sample project is made and opens, all by the engine of the desktop', async () => {
	const { page } = desktop;
	await page.getByRole('button', { name: /Open the Sample Project/ }).click();
	await expect(page.getByRole('contentinfo').getByText(/20.000/)).toBeVisible({ timeout: 120_000 });
});

test('a killed engine is started again, the page is told, and the project is open again', async () => {
	const { app, page } = desktop;
	const enginePid = (): Promise<number | undefined> =>
		app.evaluate((electron) => electron.app.getAppMetrics().find(({ name }) => name === 'Tranche engine')?.pid);
	const before = await enginePid();
	await page.evaluate(() => {
		window.noted = [];
		window.tranche.onEngineExit(() => window.noted?.push('exit'));
	});
	process.kill(before!, 'SIGKILL');
	await expect.poll(() => page.evaluate(() => window.noted)).toEqual(['exit']);
	await expect(page.getByText('The project was opened again').first()).toBeVisible();
	await expect(page.getByRole('contentinfo').getByText(/20.000/)).toBeVisible();
	expect(await greetEngine(page)).toEqual({ t: 'hello', version: expect.any(String) });
	expect(await enginePid()).not.toBe(before);
});

test('a second start hands its project to the window that is open', async () => {
	const { app, page } = desktop;
	await page.evaluate(() => {
		window.noted = [];
		window.tranche.onOpenProject((path) => window.noted?.push(path));
	});
	await app.evaluate((electron) => {
		electron.app.emit('second-instance', {}, ['tranche', 'missing.tranche'], '/data');
	});
	await expect.poll(() => page.evaluate(() => window.noted)).toEqual(['/data/missing.tranche']);
});

test('no request went anywhere but to the page itself', () => {
	const own = isRealElectron ? /^app:\/\/tranche\// : /^https:\/\/tranche\.app\.standin\.localhost\//;
	const tried = /^(https|wss):\/\/example\.com\//;
	const foreign = requested.filter((url) => !own.test(url) && !/^(data|blob):/.test(url) && !tried.test(url));
	expect(foreign).toEqual([]);
});

test('the window comes back where it was, with the project of the command line', async () => {
	const bounds = { x: 60, y: 70, width: 1111, height: 777 };
	await desktop.app.evaluate(
		({ BrowserWindow }, wanted) => BrowserWindow.getAllWindows()[0]?.setBounds(wanted),
		bounds,
	);
	await desktop.app.close();
	expect(JSON.parse(readFileSync(join(dataFolder, 'window-state.json'), 'utf8'))).toMatchObject({ bounds });
	desktop = await startDesktop(dataFolder, join(dataFolder, 'missing.tranche'));
	expect(await desktop.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds())).toEqual(
		bounds,
	);
	await expect(desktop.page.getByText(/missing\.tranche/).first()).toBeVisible();
});
