import { tableOfParams } from '../../engine/tableOfParams.ts';
import type { Contribution } from '../../workbench/contribution.ts';
import { qualityCommands } from './qualityCommands.ts';

export const qualityContribution: Contribution = {
	id: 'quality',
	commands: qualityCommands,
	views: [
		{
			id: 'quality.table',
			title: 'Data quality',
			icon: 'checklist',
			location: 'editor',
			order: 14,
			isHidden: true,
			titleOf: (params, { project }) => `Quality: ${tableOfParams(project, params)?.name ?? 'table'}`,
			load: async () => (await import('./QualityView.tsx')).QualityView,
		},
		{
			id: 'quality.rows',
			title: 'Rows of a finding',
			icon: 'filter',
			location: 'editor',
			order: 15,
			isHidden: true,
			titleOf: ({ title }) => (typeof title === 'string' ? title : 'Rows'),
			load: async () => (await import('./QualityRowsView.tsx')).QualityRowsView,
		},
		{
			id: 'quality.identity',
			title: 'Customers across tables',
			icon: 'references',
			location: 'editor',
			order: 16,
			load: async () => (await import('./IdentityView.tsx')).IdentityView,
		},
	],
};
