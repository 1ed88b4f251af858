import { when } from '../../workbench/contextKeys.ts';
import type { Contribution } from '../../workbench/contribution.ts';

export const joinsContribution: Contribution = {
	id: 'joins',
	commands: [
		{
			id: 'joins.open',
			title: 'Show How Tables Join',
			category: 'Tables',
			icon: 'references',
			enabled: when.has('hasProject'),
			menus: [{ menu: 'menubar/view', group: '3_views', order: 5 }],
			run: ({ layout }, tableId) => layout.open('joins.report', typeof tableId === 'number' ? { tableId } : {}),
		},
	],
	views: [
		{
			id: 'joins.report',
			title: 'Joins',
			icon: 'references',
			location: 'editor',
			order: 13,
			isHidden: true,
			titleOf: ({ tableId }, { project }) => {
				const table = project?.tables.find(({ id }) => id === tableId);
				return table ? `Joins: ${table.name}` : 'Joins';
			},
			load: async () => (await import('./JoinsView.tsx')).JoinsView,
		},
	],
};
