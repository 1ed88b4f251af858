import type { Command } from '../../workbench/contribution.ts';
import { when } from '../../workbench/contextKeys.ts';
import { plural } from '../../ui/format.ts';

const category = 'Segments';
const canWrite = when.and(when.has('hasProject'), when.not(when.has('isReadOnly')));

export const versionCommands: readonly Command[] = [
	{
		id: 'segments.saveVersion',
		title: 'Save Version…',
		category,
		icon: 'save',
		enabled: canWrite,
		menus: [{ menu: 'menubar/segments', group: '4_versions', order: 10 }],
		run: async ({ engine, dialogs, notifications }) => {
			const reason = await dialogs.prompt({
				title: 'Save version',
				label: 'Reason for this version',
				value: '',
				confirmLabel: 'Save version',
				validate: (value) => (value.length > 1000 ? 'Give the reason in at most 1,000 characters.' : null),
			});
			if (reason !== null) {
				await engine.draft.flush();
				engine.accept(await engine.call('segments.saveVersion', { reason: reason.trim() }));
				notifications.show('success', 'The version was saved.');
			}
		},
	},
	{
		id: 'segments.restoreVersion',
		title: 'Restore Version',
		category,
		isHidden: true,
		enabled: canWrite,
		run: async (services, argument) => {
			if (typeof argument === 'number') {
				const { engine, notifications } = services;
				await engine.draft.flush();
				engine.accept(await engine.call('segments.restoreVersion', { versionId: argument }));
				notifications.show('success', 'The version was restored.', [
					{ label: 'Undo', run: () => void services.run('edit.undo') },
				]);
			}
		},
	},
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
				notifications.show('success', `${plural(written.files.length, 'file')} written to ${dir}.`);
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
