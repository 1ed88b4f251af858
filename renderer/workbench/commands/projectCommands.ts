import type { FileFilter } from '#shared/model/desktopApi.ts';
import type { Command } from '../contribution.ts';
import { when } from '../contextKeys.ts';
import { fileName, withExtension } from '../overlays/filePath.ts';

const projectFiles: readonly FileFilter[] = [
	{ name: 'Tranche projects', extensions: ['tranche'] },
	{ name: 'All files', extensions: [] },
];
const category = 'Project';

export const projectCommands: readonly Command[] = [
	{
		id: 'project.create',
		title: 'New Project…',
		category,
		icon: 'new-file',
		enabled: when.has('isConnected'),
		keys: [{ key: 'Mod+Alt+N' }],
		menus: [{ menu: 'menubar/file', group: '1_open', order: 1 }],
		async run({ engine, dialogs, notifications }) {
			const path = await dialogs.saveFile({
				title: 'New project',
				defaultName: 'client.tranche',
				filters: [{ name: 'Tranche projects', extensions: ['tranche'] }],
			});
			if (path !== null) {
				const project = await engine.openProject(() =>
					engine.call('project.create', { path: withExtension(path, 'tranche') }),
				);
				notifications.write('success', `Created ${project.path}.`);
			}
		},
	},
	{
		id: 'project.open',
		title: 'Open Project…',
		category,
		icon: 'folder-opened',
		enabled: when.has('isConnected'),
		keys: [{ key: 'Mod+O' }],
		menus: [{ menu: 'menubar/file', group: '1_open', order: 2 }],
		async run({ dialogs, run }) {
			const [path] = await dialogs.openFile({
				title: 'Open project',
				kind: 'file',
				isMultiple: false,
				filters: projectFiles,
			});
			if (path !== undefined) {
				await run('project.openPath', path);
			}
		},
	},
	{
		id: 'project.openPath',
		title: 'Open Project at a Path',
		category,
		isHidden: true,
		enabled: when.has('isConnected'),
		async run({ engine, notifications }, path) {
			if (typeof path === 'string') {
				await engine.openProject(async () => {
					const opened = await notifications.withProgress(`Opening ${fileName(path)}`, (options) =>
						engine.call('project.open', { path }, options),
					);
					return opened ?? engine.project.get();
				});
			}
		},
	},
	{
		id: 'project.openSample',
		title: 'Open the Sample Project',
		category,
		icon: 'beaker',
		enabled: when.has('isConnected'),
		menus: [{ menu: 'menubar/file', group: '1_open', order: 3 }],
		async run({ engine, notifications }) {
			await engine.openProject(async () => {
				const opened = await notifications.withProgress('Opening the sample project', (options) =>
					engine.call('project.openSample', {}, options),
				);
				return opened ?? engine.project.get();
			});
		},
	},
	{
		id: 'project.close',
		title: 'Close Project',
		category,
		enabled: when.and(when.has('isConnected'), when.has('hasProject')),
		menus: [{ menu: 'menubar/file', group: '9_close', order: 1 }],
		async run({ engine }) {
			await engine.closeProject();
		},
	},
];
