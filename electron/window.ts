import { join } from 'node:path';
import { app, BrowserWindow, screen } from 'electron';
import { APP_ORIGIN } from './origin.ts';
import { recoverPage } from './recoverPage.ts';
import { fitToScreens, MIN_HEIGHT, MIN_WIDTH, readWindowState, writeWindowState } from './windowState.ts';

const SAVE_AFTER_MS = 500;

/** Opens the window where it was last time and shows it once the page is drawn. */
export function openWindow(): BrowserWindow {
	const statePath = join(app.getPath('userData'), 'window-state.json');
	const primary = screen.getPrimaryDisplay();
	const others = screen.getAllDisplays().filter((display) => display.id !== primary.id);
	const state = fitToScreens(
		readWindowState(statePath),
		[primary, ...others].map((display) => display.workArea),
	);
	const window = new BrowserWindow({
		...state.bounds,
		minWidth: MIN_WIDTH,
		minHeight: MIN_HEIGHT,
		show: false,
		title: app.getName(),
		icon: join(app.getAppPath(), 'dist', 'electron', 'icon.png'),
		webPreferences: {
			preload: join(app.getAppPath(), 'dist', 'electron', 'preload.cjs'),
			contextIsolation: true,
			sandbox: true,
			nodeIntegration: false,
			webSecurity: true,
			webviewTag: false,
			spellcheck: false,
			devTools: !app.isPackaged,
		},
	});
	if (state.isMaximized) {
		window.maximize();
	}
	rememberState(window, statePath);
	recoverPage(window);
	window.once('ready-to-show', () => window.show());
	void window.loadURL(`${APP_ORIGIN}/index.html`);
	return window;
}

/** Brings the window to the front, out of the task bar if need be. */
export function focusWindow(window: BrowserWindow): void {
	if (window.isMinimized()) {
		window.restore();
	}
	window.focus();
}

function rememberState(window: BrowserWindow, path: string): void {
	let timer: NodeJS.Timeout | undefined;
	const save = (): void => {
		clearTimeout(timer);
		try {
			writeWindowState(path, { bounds: window.getNormalBounds(), isMaximized: window.isMaximized() });
		} catch (error) {
			console.error(`The window's place could not be saved: ${String(error)}`);
		}
	};
	const saveSoon = (): void => {
		clearTimeout(timer);
		timer = setTimeout(save, SAVE_AFTER_MS);
	};
	window.on('resize', saveSoon);
	window.on('move', saveSoon);
	window.on('close', save);
	window.on('closed', () => clearTimeout(timer));
}
