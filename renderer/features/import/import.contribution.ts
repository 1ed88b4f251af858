import type { Contribution } from '../../workbench/contribution.ts';
import { importCommands } from './importCommands.ts';

export const importContribution: Contribution = {
	id: 'import',
	commands: importCommands,
	views: [
		{
			id: 'import.files',
			title: 'Import',
			icon: 'folder-library',
			location: 'editor',
			order: 10,
			load: async () => (await import('./ImportView.tsx')).ImportView,
		},
	],
};
