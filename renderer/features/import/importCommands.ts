import type { FileFilter } from '#shared/model/desktopApi.ts';
import type { Command } from '../../workbench/contribution.ts';
import { when } from '../../workbench/contextKeys.ts';
import { importsOf } from './ImportStore.ts';

const tableFiles: readonly FileFilter[] = [
	{ name: 'Tables (CSV, TSV, text)', extensions: ['csv', 'tsv', 'txt'] },
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
		id: 'import.addPaths',
		title: 'Import Files at Paths',
		category: 'Import',
		isHidden: true,
		enabled: canImport,
		run({ engine, layout }, paths) {
			const wanted = Array.isArray(paths) ? paths.filter((path) => typeof path === 'string') : [];
			if (wanted.length > 0) {
				importsOf(engine).add(wanted);
				layout.open('import.files');
			}
		},
	},
];
