import type { FileFilter } from '#shared/model/desktopApi.ts';
import type { Command } from '../../workbench/contribution.ts';
import { when } from '../../workbench/contextKeys.ts';
import { importsOf } from './ImportStore.ts';

/** Files that are offered first in a dialog. */
export const tableFiles: readonly FileFilter[] = [
	{
		name: 'Tables',
		extensions:
			'csv tsv tab txt dat json jsonl ndjson xlsx xlsm parquet arrow feather ipc sqlite sqlite3 db gz zip'.split(' '),
	},
	{ name: 'All files', extensions: [] },
];
const canImport = when.and(when.has('isConnected'), when.has('hasProject'), when.not(when.has('isReadOnly')));

export const importCommands: readonly Command[] = [
	{
		id: 'import.chooseFiles',
		title: 'Import Files…',
		category: 'Import',
		icon: 'add',
		enabled: canImport,
		keys: [{ key: 'Mod+Shift+I' }],
		menus: [{ menu: 'menubar/file', group: '2_import', order: 1 }],
		async run({ dialogs, run }) {
			const paths = await dialogs.openFile({
				title: 'Import files',
				kind: 'file',
				isMultiple: true,
				filters: tableFiles,
			});
			await run('import.addPaths', paths);
		},
	},
	{
		id: 'import.chooseFolder',
		title: 'Import Folder…',
		category: 'Import',
		icon: 'folder-opened',
		enabled: canImport,
		menus: [{ menu: 'menubar/file', group: '2_import', order: 2 }],
		async run({ dialogs, run }) {
			const paths = await dialogs.openFile({
				title: 'Import a folder',
				kind: 'folder',
				isMultiple: false,
				filters: [],
			});
			await run('import.addPaths', paths);
		},
	},
	{
		id: 'import.addPaths',
		title: 'Import Files at Paths',
		category: 'Import',
		isHidden: true,
		enabled: canImport,
		async run({ engine, layout }, paths) {
			const wanted = Array.isArray(paths) ? paths.filter((path) => typeof path === 'string') : [];
			if (wanted.length > 0) {
				layout.open('import.files');
				await importsOf(engine).add(wanted);
			}
		},
	},
];
