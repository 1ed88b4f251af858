import { when } from '../../workbench/contextKeys.ts';
import type { Contribution } from '../../workbench/contribution.ts';

export const sqlContribution: Contribution = {
	id: 'sql',
	commands: [
		{
			id: 'sql.open',
			title: 'Open SQL Console',
			category: 'Analysis',
			icon: 'terminal',
			enabled: when.has('hasProject'),
			keys: [{ key: 'Mod+Shift+U' }],
			menus: [{ menu: 'menubar/analysis', group: '9_data', order: 30 }],
			run: ({ layout }) => layout.open('sql.console'),
		},
		{
			id: 'sql.openAnother',
			title: 'Open Another SQL Console',
			category: 'Analysis',
			icon: 'terminal',
			enabled: when.has('hasProject'),
			run: ({ layout }) => {
				opened++;
				layout.open('sql.console', { console: opened });
			},
		},
	],
	views: [
		{
			id: 'sql.console',
			title: 'SQL',
			icon: 'terminal',
			location: 'editor',
			order: 60,
			when: when.has('hasProject'),
			titleOf: ({ console: number }) => (typeof number === 'number' ? `SQL ${number}` : 'SQL'),
			load: async () => (await import('./SqlView.tsx')).SqlView,
		},
	],
};

/** The first console has no number. */
let opened = 1;
