import { counted } from '#shared/base/counted.ts';
import type { Command } from '../../workbench/contribution.ts';
import { when } from '../../workbench/contextKeys.ts';

const category = 'Segments';
const filters = [{ name: 'Segments (JSON)', extensions: ['json'] }];
/** Sentences of one question. */
const MOST_PROBLEMS = 5;

export const fileCommands: readonly Command[] = [
	{
		id: 'versions.exportFile',
		title: 'Export Segments as JSON…',
		category,
		icon: 'export',
		enabled: when.has('hasProject'),
		menus: [
			{ menu: 'menubar/file', group: '4_export', order: 20 },
			{ menu: 'menubar/segments', group: '5_export', order: 20 },
		],
		run: async ({ engine, dialogs, notifications, desktop }) => {
			const chosen = await dialogs.saveFile({ title: 'Export the segments', defaultName: 'segments.json', filters });
			if (chosen === null) {
				return;
			}
			const path = chosen.toLowerCase().endsWith('.json') ? chosen : `${chosen}.json`;
			// The system's dialog has asked before it gives the name of a file that is there; the one in the page has not.
			const mayReplace = desktop !== null && path === chosen;
			const segmentation = engine.draft.state.get();
			await engine.call('versions.writeFile', { segmentation, path, mayReplace });
			notifications.show('success', `${counted(segmentation.segments.length, 'segment')} written to ${path}.`);
		},
	},
	{
		id: 'versions.importFile',
		title: 'Import Segments from JSON…',
		category,
		icon: 'cloud-download',
		enabled: when.and(when.has('hasProject'), when.not(when.has('isReadOnly'))),
		menus: [{ menu: 'menubar/segments', group: '5_export', order: 30 }],
		run: async (services) => {
			const { engine, dialogs, notifications } = services;
			const [path] = await dialogs.openFile({ title: 'Segments to import', kind: 'file', isMultiple: false, filters });
			if (path === undefined) {
				return;
			}
			const { segmentation, missingFields, problems } = await engine.call('versions.readFile', { path });
			const isTaken = await dialogs.confirm({
				title: 'Import segments',
				message: [
					`${counted(segmentation.segments.length, 'segment')} of the file ${segmentation.segments.length === 1 ? 'takes' : 'take'} the place of those that are here. This can be undone.`,
					missingText(missingFields),
					problemText(problems),
				]
					.filter((text) => text !== '')
					.join(' '),
				confirmLabel: missingFields.length + problems.length > 0 ? 'Import all the same' : 'Import',
			});
			if (!isTaken) {
				return;
			}
			await engine.draft.flush();
			engine.accept(await engine.call('segments.write', { segmentation, label: 'Import segments' }));
			notifications.show('success', `${counted(segmentation.segments.length, 'segment')} imported.`, [
				{ label: 'Undo', run: () => void services.run('edit.undo') },
			]);
		},
	},
];

function missingText(fields: readonly string[]): string {
	return fields.length === 0
		? ''
		: `This project lacks ${counted(fields.length, 'field')} that the rules name: ${fields.join(', ')}. Rules with them match nobody until a table brings them or the rule is changed.`;
}

function problemText(problems: readonly string[]): string {
	const more = problems.length - MOST_PROBLEMS;
	return [
		...problems.slice(0, MOST_PROBLEMS),
		...(more > 0 ? [`And ${more} more, see Problems afterwards.`] : []),
	].join(' ');
}
