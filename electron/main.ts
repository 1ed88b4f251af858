import { join } from 'node:path';
import { app, type BrowserWindow } from 'electron';
import { z } from 'zod';
import { channels } from './channels.ts';
import { answerDialogs } from './dialogs.ts';
import { engineModulePath } from './enginePaths.ts';
import { EngineProcess } from './EngineProcess.ts';
import { answer, listen } from './ipc.ts';
import { showFirstMenu, showPageMenus } from './menu.ts';
import { projectArgument } from './projectArgument.ts';
import { declareAppScheme, servePage } from './protocol.ts';
import { lockDownProcess, lockDownSession } from './security.ts';
import { focusWindow, openWindow } from './window.ts';

/** Another folder for what the app remembers: for tests, and for a Tranche that lives on a stick. */
const userData = process.env['TRANCHE_USER_DATA'];
if (userData) {
	app.setPath('userData', userData);
}
if (app.requestSingleInstanceLock()) {
	run();
} else {
	// The running instance gets this one's arguments and comes to the front.
	app.quit();
}

function run(): void {
	let window: BrowserWindow | null = null;
	let isPageReady = false;
	const waitingProjects: string[] = [];

	lockDownProcess();
	declareAppScheme();
	const engine = new EngineProcess({
		modulePath: engineModulePath(app.getAppPath()),
		args: ['--user-data', app.getPath('userData')],
		onExit: () => send(channels.engineExit),
	});

	app.on('second-instance', (_event, argv, workingFolder) => {
		openProject(projectArgument(argv, workingFolder));
		if (window) {
			focusWindow(window);
		}
	});
	app.on('open-file', (event, path) => {
		event.preventDefault();
		openProject(path);
	});
	app.on('activate', () => {
		if (app.isReady()) {
			show();
		}
	});
	app.on('window-all-closed', () => {
		if (process.platform !== 'darwin') {
			app.quit();
		}
	});
	app.on('will-quit', () => engine.stop());
	openProject(projectArgument(process.argv, process.cwd()));

	void app.whenReady().then(() => {
		lockDownSession();
		servePage(join(app.getAppPath(), 'dist', 'renderer'));
		answerDialogs();
		showFirstMenu();
		showPageMenus();
		answer(channels.connect, z.undefined(), async (_argument, contents) => {
			try {
				contents.postMessage(channels.enginePort, null, [await engine.connect()]);
				return null;
			} catch (error) {
				return error instanceof Error ? error.message : String(error);
			}
		});
		listen(channels.readyForProjects, z.undefined(), () => {
			isPageReady = true;
			for (const path of waitingProjects.splice(0)) {
				send(channels.openProject, path);
			}
		});
		show();
	});

	function show(): void {
		if (window === null) {
			isPageReady = false;
			window = openWindow();
			window.on('closed', () => (window = null));
			// A page that is loaded anew has to listen again.
			window.webContents.on('did-navigate', () => (isPageReady = false));
		}
	}

	function openProject(path: string | null): void {
		if (path !== null && isPageReady) {
			send(channels.openProject, path);
		} else if (path !== null) {
			waitingProjects.push(path);
		}
	}

	function send(channel: string, ...args: readonly unknown[]): void {
		if (window && !window.isDestroyed()) {
			window.webContents.send(channel, ...args);
		}
	}
}
