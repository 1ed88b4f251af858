import type { Problem } from '#shared/model/problem.ts';
import { when } from '../../workbench/contextKeys.ts';
import type { Command } from '../../workbench/contribution.ts';
import { focusColumn } from './qualityState.ts';

const category = 'Data quality';
const hasProject = when.and(when.has('isConnected'), when.has('hasProject'));

export const qualityCommands: readonly Command[] = [
	{
		id: 'quality.open',
		title: 'Data Quality of a Table…',
		category,
		icon: 'checklist',
		enabled: hasProject,
		menus: [{ menu: 'menubar/analysis', group: '9_data', order: 10 }],
		async run({ engine, layout, dialogs, notifications }, wanted) {
			const tables = engine.project.get()?.tables ?? [];
			const known = tables.find(({ id }) => id === wanted);
			const items = tables.map((table) => ({
				label: table.name,
				detail: table.file,
				icon: 'table',
				isCurrent: false,
				value: table,
			}));
			if (!known && items.length === 0) {
				notifications.show('info', 'There is no table in this project yet. Import a file first.');
				return;
			}
			const table = known ?? (items.length === 1 ? items[0]!.value : await dialogs.pick('Which table?', items));
			if (table) {
				layout.open('quality.table', { tableId: table.id, name: table.name });
			}
		},
	},
	{
		id: 'quality.checkAll',
		title: 'Check the Data Quality of All Tables',
		category,
		enabled: hasProject,
		menus: [{ menu: 'menubar/analysis', group: '9_data', order: 11 }],
		async run({ engine, notifications, layout }) {
			const tables = engine.project.get()?.tables ?? [];
			const findings = await notifications.withProgress('Checking the data quality', async (options) => {
				let count = 0;
				for (const { id } of tables) {
					count += (await engine.call('quality.table', { tableId: id }, options)).findings.length;
				}
				return count;
			});
			if (findings !== null) {
				layout.open('workbench.problems');
				notifications.show(
					findings === 0 ? 'success' : 'info',
					findings === 0
						? 'Nothing odd was found in the tables.'
						: `What is odd about the data is listed under Problems: ${findings} ${findings === 1 ? 'finding' : 'findings'}.`,
				);
			}
		},
	},
	{
		id: 'quality.openIdentity',
		title: 'Customers across Tables',
		category,
		enabled: hasProject,
		menus: [{ menu: 'menubar/analysis', group: '9_data', order: 12 }],
		run: ({ layout }) => layout.open('quality.identity'),
	},
	{
		id: 'quality.showProblem',
		title: 'Show a Finding of the Data Quality',
		category,
		isHidden: true,
		enabled: hasProject,
		run({ engine, layout }, argument) {
			const source = sourceOf(argument);
			const table = engine.project.get()?.tables.find(({ id }) => id === source?.tableId);
			if (source && table) {
				focusColumn(table.id, source.column ?? null);
				layout.open('quality.table', { tableId: table.id, name: table.name });
			}
		},
	},
];

type TableSource = Extract<Problem['source'], { kind: 'table' }>;

function sourceOf(argument: unknown): Pick<TableSource, 'tableId' | 'column'> | null {
	if (typeof argument !== 'object' || argument === null || !('source' in argument)) {
		return null;
	}
	const { source } = argument;
	if (typeof source !== 'object' || source === null || !('tableId' in source) || typeof source.tableId !== 'number') {
		return null;
	}
	const column = 'column' in source && typeof source.column === 'string' ? source.column : undefined;
	return { tableId: source.tableId, ...(column === undefined ? {} : { column }) };
}
