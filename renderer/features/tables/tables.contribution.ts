import { counted } from '#shared/base/counted.ts';
import { format } from '../../ui/format.ts';
import { when } from '../../workbench/contextKeys.ts';
import type { Contribution } from '../../workbench/contribution.ts';
import { exportCommands } from './exportCommands.ts';
import { tableCommands } from './tableCommands.ts';

export const tablesContribution: Contribution = {
	id: 'tables',
	commands: [...tableCommands, ...exportCommands],
	views: [
		{
			id: 'tables.list',
			title: 'Tables',
			icon: 'database',
			location: 'sidebar',
			order: 10,
			actions: ['import.chooseFiles'],
			load: async () => (await import('./TableList.tsx')).TableList,
		},
		{
			id: 'tables.viewer',
			title: 'Table',
			icon: 'table',
			location: 'editor',
			order: 11,
			isHidden: true,
			titleOf: ({ tableId }, { project }) => project?.tables.find((table) => table.id === tableId)?.name ?? 'Table',
			load: async () => (await import('./TableViewer.tsx')).TableViewer,
		},
		{
			id: 'tables.customers',
			title: 'Customers',
			icon: 'organization',
			location: 'editor',
			order: 12,
			when: when.has('hasCustomers'),
			titleOf: ({ segmentId }, { draft }) => {
				const segment = draft.segments.find((entry) => entry.id === segmentId);
				const isRemainder = segmentId === 'remainder';
				return segment || isRemainder ? `Customers: ${segment?.name ?? draft.remainder}` : 'Customers';
			},
			load: async () => (await import('./CustomersViewer.tsx')).CustomersViewer,
		},
	],
	quickEntries: [
		{
			id: 'tables.tables',
			heading: 'Tables',
			list: ({ project }) =>
				(project?.tables ?? []).map((table) => ({
					id: `table-${table.id}`,
					label: table.name,
					detail: `${counted(table.rowsLoaded, 'row')}, imported ${format.moment(table.importedAt)}`,
					icon: 'table',
					command: 'tables.open',
					argument: table.id,
				})),
		},
	],
	problemOpeners: [{ kind: 'table', command: 'tables.showProblem' }],
};
