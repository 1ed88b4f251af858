import { when } from '../../workbench/contextKeys.ts';
import type { Contribution } from '../../workbench/contribution.ts';

export const liftContribution: Contribution = {
	id: 'lift',
	commands: [
		{
			id: 'lift.open',
			title: 'Open Lift Chart',
			category: 'Analysis',
			icon: 'graph-scatter',
			enabled: when.has('hasProject'),
			keys: [{ key: 'Mod+Shift+L' }],
			menus: [{ menu: 'menubar/analysis', group: '1_open', order: 20 }],
			run: ({ layout }) => layout.open('lift'),
		},
	],
	views: [
		{
			id: 'lift',
			title: 'Lift chart',
			icon: 'graph-scatter',
			location: 'editor',
			order: 40,
			when: when.has('hasProject'),
			load: async () => (await import('./LiftView.tsx')).LiftView,
		},
	],
};
