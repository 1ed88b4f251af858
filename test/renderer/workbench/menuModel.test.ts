import { expect, test } from 'vitest';
import { contributions } from '../../../renderer/contributions.ts';
import type { Command, Contribution } from '../../../renderer/workbench/contribution.ts';
import { when } from '../../../renderer/workbench/contextKeys.ts';
import { menuModel } from '../../../renderer/workbench/menuModel.ts';
import { createRegistry } from '../../../renderer/workbench/registry.ts';
import { contextFixture } from './contextFixture.ts';

function command(id: string, more: Partial<Command>): Command {
	return { id, title: id, category: 'Test', run: () => undefined, ...more };
}

const contribution: Contribution = {
	id: 't',
	commands: [
		command('t.second', { menus: [{ menu: 'menubar/help', group: '1', order: 2 }], keys: [{ key: 'Mod+Shift+2' }] }),
		command('t.other', { menus: [{ menu: 'menubar/help', group: '2', order: 1 }], enabled: when.has('hasProject') }),
		command('t.first', {
			menus: [{ menu: 'menubar/help', group: '1', order: 1 }],
			toggled: when.has('isSideBarVisible'),
		}),
		command('t.hidden', { menus: [{ menu: 'menubar/help', group: '1', order: 0, when: when.has('isDesktop') }] }),
	],
};

test('a menu is ordered by group and order, with separators between groups, and empty menus are left out', () => {
	expect(menuModel(createRegistry([contribution]), contextFixture({}), false)).toEqual({
		menus: [
			{
				id: 'menubar/help',
				label: 'Help',
				entries: [
					{ kind: 'command', id: 't.first', label: 't.first', accelerator: null, isEnabled: true, isChecked: true },
					{
						kind: 'command',
						id: 't.second',
						label: 't.second',
						accelerator: 'CmdOrCtrl+Shift+2',
						isEnabled: true,
						isChecked: null,
					},
					{ kind: 'separator' },
					{ kind: 'command', id: 't.other', label: 't.other', accelerator: null, isEnabled: false, isChecked: null },
				],
			},
		],
	});
});

test('the menu bar of the app has its menus in the usual order and survives a process border', () => {
	const model = menuModel(createRegistry(contributions), contextFixture({ hasProject: true }), false);
	expect(model.menus.map((menu) => menu.label)).toEqual(['File', 'Edit', 'Segments', 'Analysis', 'View', 'Help']);
	expect(structuredClone(model)).toEqual(model);
});
