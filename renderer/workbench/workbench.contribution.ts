import { editCommands } from './commands/editCommands.ts';
import { helpCommands } from './commands/helpCommands.ts';
import { projectCommands } from './commands/projectCommands.ts';
import { viewCommands } from './commands/viewCommands.ts';
import type { Contribution } from './contribution.ts';
import { statusItems } from './statusItems.ts';

/** What the workbench itself brings: projects, undo, panels, settings, help. */
export const workbenchContribution: Contribution = {
	id: 'workbench',
	commands: [...projectCommands, ...editCommands, ...viewCommands, ...helpCommands],
	statusItems,
	views: [
		{
			id: 'workbench.problems',
			title: 'Problems',
			icon: 'warning',
			location: 'panel',
			order: 1,
			load: async () => (await import('./views/ProblemsView.tsx')).ProblemsView,
		},
		{
			id: 'workbench.output',
			title: 'Output',
			icon: 'output',
			location: 'panel',
			order: 2,
			load: async () => (await import('./views/OutputView.tsx')).OutputView,
		},
		{
			id: 'workbench.history',
			title: 'History',
			icon: 'history',
			location: 'panel',
			order: 3,
			load: async () => (await import('./views/HistoryView.tsx')).HistoryView,
		},
		{
			id: 'workbench.settings',
			title: 'Settings',
			icon: 'settings-gear',
			location: 'editor',
			order: 90,
			load: async () => (await import('./views/SettingsView.tsx')).SettingsView,
		},
		{
			id: 'workbench.keyboard',
			title: 'Keyboard Shortcuts',
			icon: 'keyboard',
			location: 'editor',
			order: 91,
			load: async () => (await import('./views/KeyboardView.tsx')).KeyboardView,
		},
		{
			id: 'workbench.about',
			title: 'About Tranche',
			icon: 'info',
			location: 'editor',
			order: 92,
			load: async () => (await import('./views/AboutView.tsx')).AboutView,
		},
	],
};
