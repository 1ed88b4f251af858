import { tableOfParams } from '../../engine/tableOfParams.ts';
import type { Contribution } from '../../workbench/contribution.ts';
import { reimportCommands } from './reimportCommands.ts';

export const reimportContribution: Contribution = {
	id: 'reimport',
	commands: reimportCommands,
	views: [
		{
			id: 'reimport.compare',
			title: 'Newer export',
			icon: 'diff',
			location: 'editor',
			order: 17,
			isHidden: true,
			titleOf: (params, { project }) => `Newer export: ${tableOfParams(project, params)?.name ?? 'table'}`,
			load: async () => (await import('./ReimportView.tsx')).ReimportView,
		},
	],
};
