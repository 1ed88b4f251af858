import type { Contribution } from '../../workbench/contribution.ts';
import { when } from '../../workbench/contextKeys.ts';
import { segmentCommands } from './segmentCommands.ts';
import { versionCommands } from './versionCommands.ts';

export const segmentsContribution: Contribution = {
	id: 'segments',
	commands: [...segmentCommands, ...versionCommands],
	views: [
		{
			id: 'segments',
			title: 'Segments',
			icon: 'list-ordered',
			location: 'sidebar',
			order: 20,
			actions: ['segments.addSegment', 'segments.openEditor'],
			load: async () => (await import('./SegmentsView.tsx')).SegmentsView,
		},
		{
			id: 'segments.editor',
			title: 'Segments',
			icon: 'list-ordered',
			location: 'editor',
			order: 20,
			when: when.has('hasProject'),
			load: async () => (await import('./SegmentsEditor.tsx')).SegmentsEditor,
		},
	],
	quickEntries: [
		{
			id: 'segments.segments',
			heading: 'Segments',
			list: ({ draft }) =>
				draft.segments.map((segment) => ({
					id: `segment-${segment.id}`,
					label: segment.name,
					detail: segment.rule,
					icon: 'list-ordered',
					command: 'segments.openEditor',
					argument: segment.id,
				})),
		},
	],
	problemOpeners: [{ kind: 'segment', command: 'segments.revealProblem' }],
};
