import { EngineError } from '#shared/protocol/envelope.ts';
import type { Command } from '../../workbench/contribution.ts';
import { when } from '../../workbench/contextKeys.ts';
import type { Services } from '../../workbench/services.ts';

const category = 'Segments';
const canWrite = when.and(when.has('hasProject'), when.not(when.has('isReadOnly')));

export const versionCommands: readonly Command[] = [
	{
		id: 'versions.save',
		title: 'Save Version…',
		category,
		icon: 'save',
		enabled: canWrite,
		menus: [{ menu: 'menubar/segments', group: '4_versions', order: 10 }],
		run: async (services) => {
			const { engine, dialogs } = services;
			const reason = await dialogs.prompt({
				title: 'Save version',
				label: 'Reason for this version',
				value: '',
				confirmLabel: 'Save version',
				validate: (value) => (value.length > 1000 ? 'Give the reason in at most 1,000 characters.' : null),
			});
			if (reason !== null) {
				await engine.draft.flush();
				await saveVersion(services, reason.trim());
			}
		},
	},
	{
		id: 'versions.restore',
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
		id: 'versions.open',
		title: 'Show Version',
		category,
		isHidden: true,
		enabled: when.has('hasProject'),
		run: ({ layout }, argument) => {
			if (typeof argument === 'number') {
				layout.open('versions.version', { versionId: argument });
			}
		},
	},
	{
		id: 'versions.compare',
		title: 'Compare Version',
		category,
		isHidden: true,
		enabled: when.has('hasProject'),
		run: ({ layout }, argument) => {
			if (typeof argument === 'number') {
				layout.open('versions.compare', { before: argument });
			}
		},
	},
	{
		id: 'versions.compareWithLast',
		title: 'Compare with Last Saved Version',
		category,
		icon: 'git-compare',
		enabled: when.has('hasProject'),
		menus: [{ menu: 'menubar/segments', group: '4_versions', order: 20 }],
		run: ({ engine, layout, notifications }) => {
			const last = engine.project.get()?.versions[0];
			if (!last) {
				notifications.show('info', 'No version was saved yet. Save one, and later changes can be compared with it.');
				return;
			}
			layout.open('versions.compare', { before: last.id });
		},
	},
];

/**
 * Rules that must not overlap are proved first, which takes a while where there are hundreds of them: with progress and cancel. Those
 * that can overlap are refused: the message names a customer, and the way to the repairs stands beside it.
 */
async function saveVersion({ engine, notifications, run }: Services, reason: string): Promise<void> {
	const isStrict = engine.draft.state.get().mode === 'strict';
	try {
		const title = isStrict ? 'Proving that no rules overlap, then saving the version' : 'Saving the version';
		const saved = await notifications.withProgress(title, (options) =>
			engine.call('segments.saveVersion', { reason }, options),
		);
		if (saved) {
			engine.accept(saved);
			notifications.show('success', 'The version was saved.');
		}
	} catch (error) {
		if (!isStrict || !(error instanceof EngineError) || error.code !== 'data') {
			throw error;
		}
		notifications.show('error', error.message, [
			{ label: 'Show overlap and repairs', run: () => void run('overlap.open') },
		]);
	}
}
