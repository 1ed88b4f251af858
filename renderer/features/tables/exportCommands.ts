import { counted } from '#shared/base/counted.ts';
import { tableExportFormats } from '#shared/model/tableExport.ts';
import type { Command } from '../../workbench/contribution.ts';
import { when } from '../../workbench/contextKeys.ts';
import { showTab } from './openTabs.ts';
import { saveRows } from './saveRows.ts';

const category = 'Tables';

export const exportCommands: readonly Command[] = [
	{
		id: 'tables.export',
		title: 'Export Table…',
		category,
		icon: 'export',
		enabled: when.has('hasProject'),
		keys: [{ key: 'Mod+Shift+E' }],
		menus: [{ menu: 'menubar/file', group: '4_export', order: 1 }],
		async run({ engine, dialogs, layout, notifications }, wanted) {
			const tables = engine.project.get()?.tables ?? [];
			if (tables.length === 0) {
				notifications.show('info', 'There is no table to export yet. Import a file first.');
				return;
			}
			const only = tables.length === 1 ? tables[0]?.id : undefined;
			const tableId =
				typeof wanted === 'number'
					? wanted
					: (only ??
						(await dialogs.pick(
							'Which table?',
							tables.map((table) => ({
								label: table.name,
								detail: counted(table.rowsLoaded, 'row'),
								icon: 'table',
								isCurrent: false,
								value: table.id,
							})),
						)));
			if (tableId !== null) {
				layout.open('tables.viewer', { tableId });
				showTab(tableId, 'export');
			}
		},
	},
	{
		id: 'tables.exportCustomers',
		title: 'Export Customers with Their Segments…',
		category,
		icon: 'export',
		enabled: when.has('hasCustomers'),
		menus: [{ menu: 'menubar/file', group: '4_export', order: 2 }],
		async run(services, wanted) {
			const segmentId = typeof wanted === 'string' ? wanted : null;
			const format = await services.dialogs.pick(
				'Write as',
				tableExportFormats.map(({ id, label, description }) => ({
					label,
					detail: description,
					icon: 'file',
					isCurrent: false,
					value: id,
				})),
			);
			if (format !== null) {
				const segmentation = services.engine.draft.state.get();
				await saveRows(services, {
					name: segmentId === null ? 'customers' : `customers ${segmentId}`,
					format,
					source: { kind: 'customers', segmentation, segmentId },
					where: null,
					columns: null,
				});
			}
		},
	},
];
