import { counted } from '#shared/base/counted.ts';
import type { Problem } from '#shared/model/problem.ts';
import type { Command } from '../../workbench/contribution.ts';
import { when } from '../../workbench/contextKeys.ts';
import type { Services } from '../../workbench/services.ts';
import { showTab, type TableTab } from './openTabs.ts';

const category = 'Tables';
const canChange = when.and(when.has('hasProject'), when.not(when.has('isReadOnly')));

function open({ layout }: Services, tableId: unknown, tab: TableTab | null): void {
	if (typeof tableId === 'number') {
		layout.open('tables.viewer', { tableId });
		if (tab) {
			showTab(tableId, tab);
		}
	}
}

export const tableCommands: readonly Command[] = [
	{
		id: 'tables.showList',
		title: 'Tables',
		category: 'View',
		menus: [{ menu: 'menubar/view', group: '3_views', order: 0 }],
		run: ({ layout }) => layout.open('tables.list'),
	},
	{
		id: 'tables.open',
		title: 'Open Table',
		category,
		isHidden: true,
		enabled: when.has('hasProject'),
		run: (services, tableId) => open(services, tableId, null),
	},
	{
		id: 'tables.openQuarantine',
		title: 'Show Quarantined Rows',
		category,
		isHidden: true,
		enabled: when.has('hasProject'),
		run: (services, tableId) => open(services, tableId, 'quarantine'),
	},
	{
		id: 'tables.openMapping',
		title: 'Change What the Columns Mean',
		category,
		isHidden: true,
		enabled: when.has('hasProject'),
		run: (services, tableId) => open(services, tableId, 'mapping'),
	},
	{
		id: 'tables.showProblem',
		title: 'Show the Table of a Problem',
		category,
		isHidden: true,
		enabled: when.has('hasProject'),
		run: (services, argument) => {
			if (isTableProblem(argument) && argument.code.startsWith('quality.')) {
				return services.run('quality.showProblem', argument);
			}
			if (
				isTableProblem(argument) &&
				argument.code.startsWith('join.') &&
				services.registry.commands.has('joins.open')
			) {
				void services.run('joins.open', argument.source.tableId);
			} else if (isTableProblem(argument)) {
				open(services, argument.source.tableId, argument.code.includes('quarantine') ? 'quarantine' : null);
			}
		},
	},
	{
		id: 'tables.remove',
		title: 'Remove Table',
		category,
		isHidden: true,
		enabled: canChange,
		async run({ engine, dialogs, layout, notifications, run }, tableId) {
			const table = engine.project.get()?.tables.find((entry) => entry.id === tableId);
			if (!table) {
				return;
			}
			const isConfirmed = await dialogs.confirm({
				title: `Remove ${table.name}?`,
				message: `Its ${counted(table.rowsLoaded, 'row')} and all fields derived from them leave the project. The file it came from is not touched, and the removal can be undone.`,
				confirmLabel: 'Remove',
				isDangerous: true,
			});
			if (isConfirmed) {
				engine.accept(await engine.call('tables.remove', { tableId: table.id }));
				layout.close('tables.viewer', { tableId: table.id });
				notifications.show('info', `${table.name} was removed.`, [{ label: 'Undo', run: () => void run('edit.undo') }]);
			}
		},
	},
	{
		id: 'tables.showCustomers',
		title: 'Show Customers',
		category,
		icon: 'organization',
		enabled: when.has('hasCustomers'),
		menus: [{ menu: 'menubar/analysis', group: '1_open', order: 90 }],
		run: ({ layout }, segmentId) => layout.open('tables.customers', typeof segmentId === 'string' ? { segmentId } : {}),
	},
];

function isTableProblem(
	argument: unknown,
): argument is Problem & { readonly source: Extract<Problem['source'], { kind: 'table' }> } {
	return (
		typeof argument === 'object' &&
		argument !== null &&
		'source' in argument &&
		typeof argument.source === 'object' &&
		argument.source !== null &&
		'kind' in argument.source &&
		argument.source.kind === 'table'
	);
}
