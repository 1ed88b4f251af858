import { Menu } from 'electron';
import { channels } from './channels.ts';
import { listen } from './ipc.ts';
import { menuModel } from './menuModel.ts';
import { menuTemplate } from './menuTemplate.ts';

/** The menu before the page has sent its own: enough to edit text and to quit. */
export function showFirstMenu(): void {
	Menu.setApplicationMenu(
		Menu.buildFromTemplate([
			...(process.platform === 'darwin' ? [{ role: 'appMenu' } as const] : []),
			{ label: 'File', submenu: [{ role: 'quit' }] },
			{ role: 'editMenu' },
		]),
	);
}

/** Replaces the native menu whenever the page sends its model; a chosen entry goes back to the page as a command. */
export function showPageMenus(): void {
	listen(channels.setMenu, menuModel, (model, contents) => {
		const template = menuTemplate(model, process.platform, (commandId) => {
			if (!contents.isDestroyed()) {
				contents.send(channels.command, commandId);
			}
		});
		Menu.setApplicationMenu(Menu.buildFromTemplate(template));
	});
}
