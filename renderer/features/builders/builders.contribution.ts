import { when } from '../../workbench/contextKeys.ts';
import type { Contribution } from '../../workbench/contribution.ts';

export const buildersContribution: Contribution = {
	id: 'builders',
	commands: [
		{
			id: 'builders.open',
			title: 'Build Segments…',
			category: 'Segments',
			icon: 'wand',
			enabled: when.has('hasProject'),
			keys: [{ key: 'Mod+Shift+B' }],
			menus: [{ menu: 'menubar/segments', group: '1_open', order: 20 }],
			run: ({ layout }) => layout.open('builders'),
		},
	],
	views: [
		{
			id: 'builders',
			title: 'Build segments',
			icon: 'wand',
			location: 'editor',
			order: 25,
			when: when.has('hasProject'),
			load: async () => (await import('./BuildersView.tsx')).BuildersView,
		},
	],
};
