import type { TableSummary } from '#shared/model/table.ts';
import { when } from '../../workbench/contextKeys.ts';
import type { Command } from '../../workbench/contribution.ts';
import type { Services } from '../../workbench/services.ts';
import { comparePlan, planNewer } from './comparePlan.ts';

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
			const [path] = await services.dialogs.openFile({
				title: `Newer export of ${table.name}`,
				kind: 'file',
				isMultiple: false,
				filters: [{ name: 'All files', extensions: [] }],
			});
			if (path !== undefined) {
				await services.run('reimport.compare', { tableId: table.id, path });
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
					const plan = await planNewer(engine, table, wanted.path, options);
					await comparePlan(engine, table.id, plan, null, options);
					return true;
				},
			);
			if (done) {
				layout.open('reimport.compare', { tableId: table.id, name: table.name });
			}
		},
	},
];

function argumentOf(argument: unknown): { readonly tableId: number; readonly path: string } | null {
	if (typeof argument !== 'object' || argument === null || !('tableId' in argument) || !('path' in argument)) {
		return null;
	}
	const { tableId, path } = argument;
	return typeof tableId === 'number' && typeof path === 'string' ? { tableId, path } : null;
}
