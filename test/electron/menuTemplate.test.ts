import { expect, test } from 'vitest';
import type { MenuModel } from '#shared/model/desktopApi.ts';
import { menuModel } from '../../electron/menuModel.ts';
import { menuTemplate } from '../../electron/menuTemplate.ts';

const model: MenuModel = {
	menus: [
		{
			id: 'view',
			label: 'View',
			entries: [
				{
					kind: 'command',
					id: 'workbench.toggleSideBar',
					label: 'Side Bar',
					accelerator: 'CmdOrCtrl+B',
					isEnabled: true,
					isChecked: false,
				},
				{ kind: 'separator' },
				{
					kind: 'submenu',
					label: 'Theme',
					entries: [
						{
							kind: 'command',
							id: 'theme.dark',
							label: 'Dark',
							accelerator: null,
							isEnabled: false,
							isChecked: null,
						},
					],
				},
				{ kind: 'role', role: 'zoomIn' },
			],
		},
	],
};

test('the page sees its own model in the native menu, and a click runs the command', () => {
	const ran: string[] = [];
	const [view] = menuTemplate(model, 'linux', (id) => ran.push(id));
	expect(view).toEqual({
		id: 'menu.view',
		label: 'View',
		submenu: [
			{
				id: 'workbench.toggleSideBar',
				label: 'Side Bar',
				accelerator: 'CmdOrCtrl+B',
				enabled: true,
				registerAccelerator: false,
				type: 'checkbox',
				checked: false,
				click: expect.any(Function),
			},
			{ type: 'separator' },
			{
				label: 'Theme',
				submenu: [
					{ id: 'theme.dark', label: 'Dark', enabled: false, registerAccelerator: false, click: expect.any(Function) },
				],
			},
			{ role: 'zoomIn' },
		],
	});
	const items = view?.submenu;
	if (!Array.isArray(items)) {
		throw new Error('The menu has no entries');
	}
	Reflect.apply(items[0]!.click!, undefined, []);
	expect(ran).toEqual(['workbench.toggleSideBar']);
});

test('macOS gets its application and window menus around those of the page', () => {
	const template = menuTemplate(model, 'darwin', () => undefined);
	expect(template.map((item) => item.role ?? item.label)).toEqual(['appMenu', 'View', 'windowMenu']);
});

test('what is not a menu is refused before it reaches the system', () => {
	expect(menuModel.safeParse(model).success).toBe(true);
	const broken = [
		{},
		{ menus: [{ id: 'x', label: 'X', entries: [{ kind: 'role', role: 'forceReload' }] }] },
		{ menus: [{ id: 'x', label: 'X', entries: [{ kind: 'command', id: 'a', label: 'A' }] }] },
		{ menus: [{ id: 'x', label: 'X', entries: [{ kind: 'separator', click: 'evil()' }] }] },
	];
	expect(broken.map((value) => menuModel.safeParse(value).success)).toEqual([false, false, false, false]);
});
