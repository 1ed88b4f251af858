import type { Contribution } from '../../workbench/contribution.ts';

export const welcomeContribution: Contribution = {
	id: 'welcome',
	commands: [
		{
			id: 'welcome.show',
			title: 'Welcome',
			category: 'Help',
			menus: [{ menu: 'menubar/help', group: '1_help', order: 1 }],
			run: ({ layout }) => layout.open('welcome.start'),
		},
	],
	views: [
		{
			id: 'welcome.start',
			title: 'Welcome',
			icon: 'home',
			location: 'editor',
			order: 1,
			load: async () => (await import('./Welcome.tsx')).Welcome,
		},
	],
};
