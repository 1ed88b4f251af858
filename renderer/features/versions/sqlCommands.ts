import type { SqlDialectId } from '#shared/model/sqlDialect.ts';
import { sqlDialects } from '#shared/rules/sql/sqlDialects.ts';
import { copyText } from '../../charts/copyText.ts';
import type { Command } from '../../workbench/contribution.ts';
import { when } from '../../workbench/contextKeys.ts';
import type { Services } from '../../workbench/services.ts';

const category = 'Segments';

export const sqlCommands: readonly Command[] = [
	{
		id: 'versions.copySql',
		title: 'Copy Segments as SQL…',
		category,
		icon: 'database',
		enabled: when.has('hasCustomers'),
		menus: [{ menu: 'menubar/segments', group: '5_export', order: 40 }],
		run: async (services) => {
			const dialect = await pickDialect(services, 'Copy the segments as SQL for');
			if (dialect !== null) {
				const { engine, notifications } = services;
				const { select } = await engine.call('segments.sql', { segmentation: engine.draft.state.get(), dialect });
				await copyText(notifications, 'The SQL', select);
			}
		},
	},
	{
		id: 'versions.exportSql',
		title: 'Export Segments as SQL…',
		category,
		icon: 'export',
		enabled: when.has('hasCustomers'),
		menus: [
			{ menu: 'menubar/file', group: '4_export', order: 30 },
			{ menu: 'menubar/segments', group: '5_export', order: 50 },
		],
		run: async (services) => {
			const { engine, dialogs, notifications, desktop } = services;
			const dialect = await pickDialect(services, 'Export the segments and their customers for');
			if (dialect === null) {
				return;
			}
			const [folder] = await dialogs.openFile({
				title: 'Folder for the SQL and the customers',
				kind: 'folder',
				isMultiple: false,
				filters: [],
			});
			if (folder === undefined) {
				return;
			}
			const order = { segmentation: engine.draft.state.get(), dialect, dir: folder };
			const written = await notifications.withProgress('Exporting SQL', (options) =>
				engine.call('segments.exportSql', order, options),
			);
			if (written) {
				const [select = ''] = written.files;
				notifications.show(
					written.notes.length > 0 ? 'warning' : 'success',
					[`The SELECT, a CREATE TABLE and the customers were written to ${folder}.`, ...written.notes].join(' '),
					desktop ? [{ label: 'Show in Folder', run: () => void desktop.showInFolder(select) }] : [],
				);
			}
		},
	},
];

function pickDialect({ dialogs }: Services, placeholder: string): Promise<SqlDialectId | null> {
	return dialogs.pick(
		placeholder,
		sqlDialects.map(({ id, label, description }) => ({
			label,
			detail: description,
			icon: 'database',
			isCurrent: false,
			value: id,
		})),
	);
}
