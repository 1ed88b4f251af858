import { counted } from '#shared/base/counted.ts';
import type { Command } from '../../workbench/contribution.ts';
import { when } from '../../workbench/contextKeys.ts';

const category = 'Segments';

export const exportCommands: readonly Command[] = [
	{
		id: 'segments.exportResults',
		title: 'Export Results…',
		category,
		icon: 'export',
		enabled: when.has('hasCustomers'),
		menus: [
			{ menu: 'menubar/file', group: '4_export', order: 10 },
			{ menu: 'menubar/segments', group: '5_export', order: 10 },
		],
		run: async ({ engine, dialogs, notifications }) => {
			const [folder] = await dialogs.openFile({
				title: 'Folder for the results',
				kind: 'folder',
				isMultiple: false,
				filters: [],
			});
			if (folder === undefined) {
				return;
			}
			const dir = `${folder.replace(/[/\\]+$/, '')}/${exportFolderName(new Date())}`;
			const written = await notifications.withProgress('Exporting results', (options) =>
				engine.call('segments.export', { segmentation: engine.draft.state.get(), dir }, options),
			);
			if (written) {
				notifications.show('success', `${counted(written.files.length, 'file')} written to ${dir}.`);
			}
		},
	},
];

/** A folder of its own for each export, so that none replaces another: `Tranche results 2026-03-31 14.05.09`. */
export function exportFolderName(now: Date): string {
	const two = (value: number) => String(value).padStart(2, '0');
	const day = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
	return `Tranche results ${day} ${two(now.getHours())}.${two(now.getMinutes())}.${two(now.getSeconds())}`;
}
