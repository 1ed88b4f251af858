import type { Command } from '../contribution.ts';
import { when } from '../contextKeys.ts';
import { baselineChoices } from './baselineChoices.ts';

const category = 'View';

export const viewCommands: readonly Command[] = [
	{
		id: 'workbench.showCommands',
		title: 'Command Palette…',
		category,
		isHidden: true,
		keys: [{ key: 'Mod+Shift+P' }, { key: 'F1' }],
		menus: [{ menu: 'menubar/view', group: '1_palette', order: 1 }],
		run: ({ dialogs }) => dialogs.openPalette('commands'),
	},
	{
		id: 'workbench.quickOpen',
		title: 'Go to Table, Segment or View…',
		category,
		keys: [{ key: 'Mod+P' }],
		menus: [{ menu: 'menubar/view', group: '1_palette', order: 2 }],
		run: ({ dialogs }) => dialogs.openPalette('quick'),
	},
	{
		id: 'workbench.toggleSideBar',
		title: 'Side Bar',
		category,
		toggled: when.has('isSideBarVisible'),
		keys: [{ key: 'Mod+B' }],
		menus: [{ menu: 'menubar/view', group: '2_parts', order: 1 }],
		run: ({ layout }) => layout.toggleSideBar(),
	},
	{
		id: 'workbench.togglePanel',
		title: 'Panel',
		category,
		toggled: when.has('isPanelVisible'),
		keys: [{ key: 'Mod+J' }],
		menus: [{ menu: 'menubar/view', group: '2_parts', order: 2 }],
		run: ({ layout }) => layout.togglePanel(),
	},
	{
		id: 'workbench.showProblems',
		title: 'Problems',
		category,
		keys: [{ key: 'Mod+Shift+M' }],
		menus: [{ menu: 'menubar/view', group: '3_views', order: 1 }],
		run: ({ layout }) => layout.open('workbench.problems'),
	},
	{
		id: 'workbench.showOutput',
		title: 'Output',
		category,
		menus: [{ menu: 'menubar/view', group: '3_views', order: 2 }],
		run: ({ layout }) => layout.open('workbench.output'),
	},
	{
		id: 'workbench.showHistory',
		title: 'History',
		category,
		menus: [{ menu: 'menubar/view', group: '3_views', order: 3 }],
		run: ({ layout }) => layout.open('workbench.history'),
	},
	{
		id: 'workbench.closeNotifications',
		title: 'Close Notifications',
		category,
		enabled: when.has('hasNotifications'),
		keys: [{ key: 'Escape', when: when.has('hasNotifications') }],
		run: ({ notifications }) => notifications.dismissAll(),
	},
	{
		id: 'workbench.closeEditor',
		title: 'Close Editor',
		category,
		keys: [{ key: 'Mod+W' }, { key: 'Alt+W' }],
		menus: [{ menu: 'menubar/view', group: '4_editors', order: 2 }],
		run: ({ layout }) => layout.closeActive(),
	},
	{
		id: 'workbench.splitEditor',
		title: 'Split Editor to the Right',
		category,
		keys: [{ key: 'Mod+\\' }],
		menus: [{ menu: 'menubar/view', group: '4_editors', order: 1 }],
		run: ({ layout }) => layout.splitActive(),
	},
	{
		id: 'workbench.focusNextPart',
		title: 'Go to the Next Part of the Window',
		category,
		keys: [{ key: 'F6' }],
		run: ({ layout }) => layout.cycleParts(1),
	},
	{
		id: 'workbench.focusPreviousPart',
		title: 'Go to the Previous Part of the Window',
		category,
		keys: [{ key: 'Shift+F6' }],
		run: ({ layout }) => layout.cycleParts(-1),
	},
	{
		id: 'workbench.resetLayout',
		title: 'Reset Layout',
		category,
		run: ({ layout }) => layout.reset(),
	},
	{
		id: 'workbench.chooseTheme',
		title: 'Choose Theme…',
		category,
		menus: [{ menu: 'menubar/view', group: '5_theme', order: 1 }],
		async run({ dialogs, engine }) {
			const current = engine.preferences.state.get().theme;
			const theme = await dialogs.pick(
				'Choose a theme',
				(
					[
						['system', 'Like the System', 'device-desktop'],
						['light', 'Light', 'color-mode'],
						['dark', 'Dark', 'color-mode'],
					] as const
				).map(([value, label, icon]) => ({ label, detail: '', icon, value, isCurrent: value === current })),
			);
			if (theme !== null) {
				await engine.preferences.update({ theme });
			}
		},
	},
	{
		id: 'workbench.openSettings',
		title: 'Settings',
		category: 'Preferences',
		icon: 'settings-gear',
		keys: [{ key: 'Mod+,' }],
		menus: [{ menu: 'menubar/file', group: '5_settings', order: 1 }],
		run: ({ layout }) => layout.open('workbench.settings'),
	},
	{
		id: 'workbench.chooseBaseline',
		title: 'Choose Baseline…',
		category: 'Analysis',
		enabled: when.and(when.has('hasProject'), when.not(when.has('isReadOnly'))),
		menus: [{ menu: 'menubar/analysis', group: '5_settings', order: 1 }],
		async run({ dialogs, engine }) {
			const current = engine.settings.state.get().baseline;
			const baseline = await dialogs.pick(
				'Compare every segment with',
				baselineChoices.map((choice) => ({ ...choice, icon: 'arrow-swap', isCurrent: choice.value === current })),
			);
			if (baseline !== null) {
				await engine.settings.update({ baseline });
			}
		},
	},
];
