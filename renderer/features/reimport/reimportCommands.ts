import type { TableSummary } from '#shared/model/table.ts';
import { when } from '../../workbench/contextKeys.ts';
import type { Command } from '../../workbench/contribution.ts';
import type { Services } from '../../workbench/services.ts';
import { comparePlan } from './comparePlan.ts';

const category = 'Import';
const canImport = when.and(when.has('isConnected'), when.has('hasProject'), when.not(when.has('isReadOnly')));

async function chooseTable(
	{ engine, dialogs, notifications }: Services,
	wanted: unknown,
): Promise<TableSummary | null> {
	const tables = engine.project.get()?.tables ?? [];
	const known = tables.find(({ id }) => id === wanted);
	if (known || tables.length === 0) {
		if (!known) {
			notifications.show('info', 'There is no table in this project yet. Import a file first.');
		}
		return known ?? null;
	}
	const items = tables.map((table) => ({
		label: table.name,
		detail: table.file,
		icon: 'table',
		isCurrent: false,
		value: table,
	}));
	return items.length === 1 ? items[0]!.value : dialogs.pick('Of which table is it a newer export?', items);
}

export const reimportCommands: readonly Command[] = [
	{
		id: 'reimport.choose',
		title: 'Import Newer Export of a Table…',
		category,
		icon: 'diff',
		enabled: canImport,
		menus: [{ menu: 'menubar/file', group: '2_import', order: 2 }],
		async run(services, wanted) {
			const table = await chooseTable(services, wanted);
			if (!table) {
				return;
			}
			const paths = await services.dialogs.openFile({
				title: `Newer export of ${table.name}`,
				kind: 'file',
				isMultiple: true,
				filters: [{ name: 'All files', extensions: [] }],
			});
			if (paths.length > 0) {
				await services.run('reimport.compare', { tableId: table.id, paths });
			}
		},
	},
	{
		id: 'reimport.compare',
		title: 'Compare a Newer Export with Its Table',
		category,
		isHidden: true,
		enabled: canImport,
		async run({ engine, layout, notifications }, argument) {
			const wanted = argumentOf(argument);
			const table = engine.project.get()?.tables.find(({ id }) => id === wanted?.tableId);
			if (!wanted || !table) {
				return;
			}
			const done = await notifications.withProgress(
				`Comparing the newer export with ${table.name}`,
				async (options) => {
					const newer = await engine.call('reimport.plan', { tableId: table.id, paths: [...wanted.paths] }, options);
					await comparePlan(engine, table.id, newer, null, options);
					return true;
				},
			);
			if (done) {
				layout.open('reimport.compare', { tableId: table.id, name: table.name });
			}
		},
	},
];

function argumentOf(argument: unknown): { readonly tableId: number; readonly paths: readonly string[] } | null {
	if (typeof argument !== 'object' || argument === null || !('tableId' in argument) || !('paths' in argument)) {
		return null;
	}
	const { tableId, paths } = argument;
	const isList = Array.isArray(paths) && paths.length > 0 && paths.every((path) => typeof path === 'string');
	return typeof tableId === 'number' && isList ? { tableId, paths } : null;
}
