import { when } from '../../workbench/contextKeys.ts';
import type { Contribution } from '../../workbench/contribution.ts';

export const migrationContribution: Contribution = {
	id: 'migration',
	commands: [
		{
			id: 'migration.open',
			title: 'Open Migration',
			category: 'Analysis',
			icon: 'arrow-swap',
			enabled: when.has('hasProject'),
			keys: [{ key: 'Mod+Shift+H' }],
			menus: [{ menu: 'menubar/analysis', group: '1_open', order: 25 }],
			run: ({ layout }) => layout.open('migration'),
		},
	],
	views: [
		{
			id: 'migration',
			title: 'Migration',
			icon: 'arrow-swap',
			location: 'editor',
			order: 45,
			when: when.has('hasProject'),
			load: async () => (await import('./MigrationView.tsx')).MigrationView,
		},
		{
			id: 'migration.customers',
			title: 'Customers',
			icon: 'organization',
			location: 'editor',
			order: 46,
			isHidden: true,
			titleOf: ({ title }) => (typeof title === 'string' ? title : 'Customers'),
			load: async () => (await import('./MigrationCustomers.tsx')).MigrationCustomers,
		},
	],
};
