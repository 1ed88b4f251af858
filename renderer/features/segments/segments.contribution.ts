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
	problemOpeners: [{ kind: 'segment', command: 'segments.revealProblem' }],
};
