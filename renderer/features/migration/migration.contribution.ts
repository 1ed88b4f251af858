import { when } from '../../workbench/contextKeys.ts';
import type { Contribution } from '../../workbench/contribution.ts';
import { DEFAULT_DAYS, migrationState } from './migrationState.ts';

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
		{
			id: 'migration.showLeak',
			title: 'Show Migration of Problem',
			category: 'Analysis',
			isHidden: true,
			enabled: when.has('hasCustomers'),
			run: ({ layout }) => {
				// The dates that the warning speaks of.
				migrationState.update(({ measure }) => ({ measure, from: null, to: null, days: DEFAULT_DAYS }));
				layout.open('migration');
			},
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
	problemActions: [{ code: 'segments.leak', label: 'Show who moved', command: 'migration.showLeak' }],
	dismissibleProblems: ['segments.leak'],
};
