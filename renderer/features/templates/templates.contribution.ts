import { when } from '../../workbench/contextKeys.ts';
import type { Contribution } from '../../workbench/contribution.ts';

export const templatesContribution: Contribution = {
	id: 'templates',
	commands: [
		{
			id: 'templates.manage',
			title: 'Mapping Templates',
			category: 'Import',
			icon: 'bookmark',
			enabled: when.has('isConnected'),
			menus: [{ menu: 'menubar/file', group: '2_import', order: 9 }],
			run: ({ layout }) => layout.open('templates.list'),
		},
	],
	views: [
		{
			id: 'templates.list',
			title: 'Mapping templates',
			icon: 'bookmark',
			location: 'editor',
			order: 16,
			isHidden: true,
			load: async () => (await import('./TemplatesView.tsx')).TemplatesView,
		},
	],
};
