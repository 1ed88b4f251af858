import { tableOfParams } from '../../engine/tableOfParams.ts';
import type { Contribution } from '../../workbench/contribution.ts';
import { quarantineCommands } from './quarantineCommands.ts';

export const quarantineContribution: Contribution = {
	id: 'quarantine',
	commands: quarantineCommands,
	views: [
		{
			id: 'quarantine.table',
			title: 'Quarantine',
			icon: 'warning',
			location: 'editor',
			order: 16,
			isHidden: true,
			titleOf: (params, { project }) => `Quarantine: ${tableOfParams(project, params)?.name ?? 'table'}`,
			load: async () => (await import('./QuarantineView.tsx')).QuarantineView,
		},
	],
};
