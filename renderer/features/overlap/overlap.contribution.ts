import { when } from '../../workbench/contextKeys.ts';
import type { Contribution } from '../../workbench/contribution.ts';
import { overlapCommands } from './overlapCommands.ts';

export const overlapContribution: Contribution = {
	id: 'overlap',
	commands: overlapCommands,
	views: [
		{
			id: 'overlap',
			title: 'Overlap',
			icon: 'type-hierarchy',
			location: 'editor',
			order: 25,
			when: when.has('hasProject'),
			load: async () => (await import('./OverlapView.tsx')).OverlapView,
		},
		{
			id: 'overlap.customers',
			title: 'Customers',
			icon: 'organization',
			location: 'editor',
			order: 26,
			isHidden: true,
			titleOf: ({ title }) => (typeof title === 'string' ? title : 'Customers'),
			load: async () => (await import('./OverlapCustomers.tsx')).OverlapCustomers,
		},
	],
	problemActions: [
		{ code: 'segments.overlap', label: 'Show overlap', command: 'overlap.showProblem' },
		{ code: 'segments.overlap', label: 'Take out…', command: 'overlap.subtractOther' },
		{ code: 'segments.unprovable', label: 'Show overlap', command: 'overlap.showProblem' },
		{ code: 'segments.unprovable', label: 'Take out…', command: 'overlap.subtractOther' },
		{ code: 'segments.within', label: 'Show overlap', command: 'overlap.showProblem' },
		{ code: 'segments.equal', label: 'Merge…', command: 'overlap.mergeBoth' },
		{ code: 'segments.dead', label: 'Move up…', command: 'overlap.moveBefore' },
		{ code: 'segments.dead', label: 'Remove…', command: 'overlap.removeSegment' },
		{ code: 'segments.empty', label: 'Remove…', command: 'overlap.removeSegment' },
	],
};
