import type { MenuItemConstructorOptions } from 'electron';
import type { Menu, MenuEntry, MenuModel } from '#shared/model/desktopApi.ts';
import { assertNever } from '#shared/base/assertNever.ts';

export type RunCommand = (commandId: string) => void;

/**
 * Electron's menu from the page's model. Keys are shown here and handled by the page, except on macOS, where the menu bar
 * takes them; either way a key runs its command once. macOS gets the application and window menus that its users expect.
 */
export function menuTemplate(
	model: MenuModel,
	platform: NodeJS.Platform,
	run: RunCommand,
): MenuItemConstructorOptions[] {
	const menus = model.menus.map((menu) => menuItem(menu, run));
	return platform === 'darwin' ? [{ role: 'appMenu' }, ...menus, { role: 'windowMenu' }] : menus;
}

function menuItem(menu: Menu, run: RunCommand): MenuItemConstructorOptions {
	return { id: `menu.${menu.id}`, label: menu.label, submenu: menu.entries.map((entry) => entryItem(entry, run)) };
}

function entryItem(entry: MenuEntry, run: RunCommand): MenuItemConstructorOptions {
	switch (entry.kind) {
		case 'command':
			return {
				id: entry.id,
				label: entry.label,
				enabled: entry.isEnabled,
				registerAccelerator: false,
				...(entry.accelerator === null ? {} : { accelerator: entry.accelerator }),
				...(entry.isChecked === null ? {} : { type: 'checkbox', checked: entry.isChecked }),
				click: () => run(entry.id),
			};
		case 'submenu':
			return { label: entry.label, submenu: entry.entries.map((child) => entryItem(child, run)) };
		case 'role':
			return { role: entry.role };
		case 'separator':
			return { type: 'separator' };
		default:
			return assertNever(entry);
	}
}
