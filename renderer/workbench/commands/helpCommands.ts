import type { Command } from '../contribution.ts';
import { when } from '../contextKeys.ts';

const category = 'Help';

export const helpCommands: readonly Command[] = [
	{
		id: 'help.showKeyboard',
		title: 'Keyboard Shortcuts',
		category,
		keys: [{ key: 'Mod+/' }],
		menus: [{ menu: 'menubar/help', group: '1_help', order: 2 }],
		run: ({ layout }) => layout.open('workbench.keyboard'),
	},
	{
		id: 'workbench.restartEngine',
		title: 'Start the Engine Again',
		category,
		enabled: when.not(when.has('isConnected')),
		run: ({ engine }) => engine.reconnect(),
	},
	{
		id: 'help.showAbout',
		title: 'About Tranche',
		category,
		menus: [{ menu: 'menubar/help', group: '9_about', order: 1 }],
		run: ({ layout }) => layout.open('workbench.about'),
	},
];
