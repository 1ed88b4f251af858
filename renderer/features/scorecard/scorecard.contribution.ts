import type { Contribution } from '../../workbench/contribution.ts';
import { when } from '../../workbench/contextKeys.ts';

export const scorecardContribution: Contribution = {
	id: 'scorecard',
	commands: [
		{
			id: 'scorecard.open',
			title: 'Open Scorecard',
			category: 'Analysis',
			icon: 'table',
			enabled: when.has('hasProject'),
			keys: [{ key: 'Mod+Shift+S' }],
			menus: [{ menu: 'menubar/analysis', group: '1_open', order: 10 }],
			run: ({ layout }) => layout.open('scorecard'),
		},
	],
	views: [
		{
			id: 'scorecard',
			title: 'Scorecard',
			icon: 'table',
			location: 'editor',
			order: 30,
			when: when.has('hasProject'),
			load: async () => (await import('./Scorecard.tsx')).Scorecard,
		},
	],
};
