import type { MenuEntry, MenuModel, MenuRole } from '#shared/model/desktopApi.ts';
import { holds, type ContextKeys } from './contextKeys.ts';
import type { Command, MenuId } from './contribution.ts';
import { keyOf, type Registry } from './registry.ts';

const menus: readonly { readonly id: MenuId; readonly label: string; readonly roles: readonly MenuRole[] }[] = [
	{ id: 'menubar/file', label: 'File', roles: ['quit'] },
	{ id: 'menubar/edit', label: 'Edit', roles: ['cut', 'copy', 'paste', 'selectAll'] },
	{ id: 'menubar/segments', label: 'Segments', roles: [] },
	{ id: 'menubar/analysis', label: 'Analysis', roles: [] },
	{ id: 'menubar/view', label: 'View', roles: ['zoomIn', 'zoomOut', 'resetZoom', 'togglefullscreen'] },
	{ id: 'menubar/help', label: 'Help', roles: [] },
];

/**
 * The menu bar as data: what the in-app bar draws and what the desktop shell makes the native menu from. Menus without
 * any command are left out. Roles stand at the end of a menu; only the native menu has them.
 */
export function menuModel(registry: Registry, context: ContextKeys, isMac: boolean): MenuModel {
	return {
		menus: menus
			.map(({ id, label, roles }) => ({ id, label, roles, commands: registry.menu(id, context) }))
			.filter(({ commands }) => commands.length > 0)
			.map(({ id, label, roles, commands }) => {
				const entries = commands.flatMap(({ command, group }, position): MenuEntry[] => {
					const entry = commandEntry(command, context, isMac);
					const startsGroup = position > 0 && commands[position - 1]?.group !== group;
					return startsGroup ? [{ kind: 'separator' }, entry] : [entry];
				});
				const system = roles.map((role): MenuEntry => ({ kind: 'role', role }));
				return { id, label, entries: system.length > 0 ? [...entries, { kind: 'separator' }, ...system] : entries };
			}),
	};
}

function commandEntry(command: Command, context: ContextKeys, isMac: boolean): MenuEntry {
	const binding = command.keys?.[0];
	return {
		kind: 'command',
		id: command.id,
		label: command.title,
		accelerator: binding ? keyOf(binding, isMac).replace('Mod', 'CmdOrCtrl') : null,
		isEnabled: holds(command.enabled, context),
		isChecked: command.toggled ? holds(command.toggled, context) : null,
	};
}
