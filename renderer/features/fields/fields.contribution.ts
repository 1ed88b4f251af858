import { when } from '../../workbench/contextKeys.ts';
import type { Contribution } from '../../workbench/contribution.ts';
import { fieldCommands } from './fieldCommands.ts';

export const fieldsContribution: Contribution = {
	id: 'fields',
	commands: fieldCommands,
	views: [
		{
			id: 'fields.list',
			title: 'Fields',
			icon: 'symbol-field',
			location: 'editor',
			order: 22,
			when: when.has('hasCustomers'),
			load: async () => (await import('./FieldsView.tsx')).FieldsView,
		},
	],
	quickEntries: [
		{
			id: 'fields.custom',
			heading: 'Custom fields',
			list: ({ draft }) =>
				draft.customFields.map(({ name, expression }) => ({
					id: `field-${name}`,
					label: name,
					detail: expression,
					icon: 'symbol-field',
					command: 'fields.open',
					argument: name,
				})),
		},
	],
	problemOpeners: [{ kind: 'custom-field', command: 'fields.revealProblem' }],
};
