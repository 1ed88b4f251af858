import { counted } from '#shared/base/counted.ts';
import type { TableSummary } from '#shared/model/table.ts';
import { when } from '../../workbench/contextKeys.ts';
import type { Command } from '../../workbench/contribution.ts';
import type { Services } from '../../workbench/services.ts';

const category = 'Quarantine';
const hasProject = when.and(when.has('isConnected'), when.has('hasProject'));

async function chooseTable(
	{ engine, dialogs, notifications }: Services,
	wanted: unknown,
): Promise<TableSummary | null> {
	const tables = engine.project.get()?.tables ?? [];
	const known = tables.find(({ id }) => id === wanted);
	const filled = tables.filter(({ rowsQuarantined }) => rowsQuarantined > 0);
	if (known || filled.length === 0) {
		if (!known) {
			notifications.show('success', 'Nothing is in quarantine: every row of every table could be read.');
		}
		return known ?? null;
	}
	const items = filled.map((table) => ({
		label: table.name,
		detail: counted(table.rowsQuarantined, 'quarantined row'),
		icon: 'table',
		isCurrent: false,
		value: table,
	}));
	return items.length === 1 ? items[0]!.value : dialogs.pick('Which table?', items);
}

export const quarantineCommands: readonly Command[] = [
	{
		id: 'quarantine.open',
		title: 'Quarantine of a Table…',
		category,
		icon: 'warning',
		enabled: hasProject,
		menus: [{ menu: 'menubar/analysis', group: '9_data', order: 20 }],
		async run(services, wanted) {
			const table = await chooseTable(services, wanted);
			if (table) {
				services.layout.open('quarantine.table', { tableId: table.id, name: table.name });
			}
		},
	},
	{
		id: 'quarantine.export',
		title: 'Export Quarantined Rows…',
		category,
		enabled: hasProject,
		async run(services, wanted) {
			const { dialogs, engine, notifications } = services;
			const table = await chooseTable(services, wanted);
			if (!table) {
				return;
			}
			const path = await dialogs.saveFile({
				title: `Export the quarantine of ${table.name}`,
				defaultName: `${table.name} quarantine.csv`,
				filters: [{ name: 'CSV', extensions: ['csv'] }],
			});
			if (path === null) {
				return;
			}
			const done = await notifications.withProgress(`Writing the quarantine of ${table.name}`, (options) =>
				engine.call('quarantine.export', { tableId: table.id, path }, options),
			);
			if (done) {
				notifications.show('success', `${counted(done.rows, 'row')} written to ${path}.`);
			}
		},
	},
];
