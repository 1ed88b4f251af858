import type { Contribution } from '../../workbench/contribution.ts';
import { when } from '../../workbench/contextKeys.ts';
import { customersCommands } from './customers/customersCommands.ts';
import { groupOf, groupTitle } from './customers/customersGroup.ts';
import { exportCommands } from './exportCommands.ts';
import { factCommands } from './facts/factCommands.ts';
import { formatCommands } from './formatCommands.ts';
import { segmentCommands } from './segmentCommands.ts';

export const segmentsContribution: Contribution = {
	id: 'segments',
	commands: [...segmentCommands, ...formatCommands, ...factCommands, ...customersCommands, ...exportCommands],
	views: [
		{
			id: 'segments',
			title: 'Segments',
			icon: 'list-ordered',
			location: 'sidebar',
			order: 20,
			actions: ['segments.addSegment', 'versions.copySql', 'segments.openEditor'],
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
		{
			id: 'segments.customers',
			title: 'Customers',
			icon: 'organization',
			location: 'editor',
			order: 21,
			isHidden: true,
			titleOf: (params, { draft }) => groupTitle(groupOf(params), draft),
			load: async () => (await import('./customers/SegmentCustomers.tsx')).SegmentCustomers,
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
	problemActions: [
		{ code: 'segments.no-action', label: 'Write the action', command: 'segments.writeAction' },
		{ code: 'segments.no-owner', label: 'Name the owner', command: 'segments.nameOwner' },
		{ code: 'segments.similar', label: 'Merge', command: 'segments.mergeAlike' },
		{ code: 'segments.stale-rules', label: 'Save a version', command: 'versions.save' },
	],
	// Advice that may not fit; what is wrong cannot be put aside.
	dismissibleProblems: [
		'segments.too-many',
		'segments.too-few',
		'segments.too-small',
		'segments.unreachable',
		'segments.no-action',
		'segments.no-owner',
		'segments.similar',
		'segments.stale-rules',
		'segments.stale-data',
	],
};
