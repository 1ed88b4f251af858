import type { App } from './App.ts';
import { StandinWindow } from './BrowserWindow.ts';
import type { ChromiumProcess } from './chromiumProcess.ts';
import { dialog } from './dialog.ts';
import { shell } from './shell.ts';
import { ipcMain } from './ipcMain.ts';
import { Menu, MenuItem } from './menu.ts';
import { MessageChannelMain } from './MessagePorts.ts';
import { protocol } from './protocol.ts';
import { blockedRequests, defaultSession } from './Session.ts';
import { utilityProcess } from './utilityProcess.ts';
import { WebContents } from './WebContents.ts';

const display = { id: 1, workArea: { x: 0, y: 0, width: 1920, height: 1040 }, scaleFactor: 1 };

/** The module that `require('electron')` gives the app. What is not here throws as soon as it is used. */
export function electronApi(app: App, chromium: ChromiumProcess): object {
	class BrowserWindow extends StandinWindow {
		constructor(options: ConstructorParameters<typeof StandinWindow>[2] = {}) {
			super(app, chromium.context, options);
			app.emit('browser-window-created', {}, this);
			this.on('closed', () => {
				if (StandinWindow.getAllWindows().length === 0) {
					app.emit('window-all-closed');
				}
			});
		}
	}
	const known: Readonly<Record<string, unknown>> = {
		app,
		BrowserWindow,
		dialog,
		ipcMain,
		Menu,
		MenuItem,
		MessageChannelMain,
		protocol,
		screen: { getPrimaryDisplay: () => display, getAllDisplays: () => [display] },
		session: { defaultSession },
		shell,
		utilityProcess,
		webContents: WebContents,
		standin: { blockedRequests },
	};
	return new Proxy(known, {
		get(target, name) {
			// Loaders ask every module for a few well-known names.
			if (
				typeof name === 'symbol' ||
				name in target ||
				name === 'then' ||
				name === '__esModule' ||
				name === 'default'
			) {
				return Reflect.get(target, name);
			}
			throw new Error(`electron stand-in: ${name} is not implemented`);
		},
	});
}
