import { problem as problemSchema } from '#shared/model/problem.ts';
import { formatRuleText } from '#shared/rules/formatRule.ts';
import type { Command } from '../../workbench/contribution.ts';
import { when } from '../../workbench/contextKeys.ts';
import type { Services } from '../../workbench/services.ts';
import {
	addCustomField,
	changeCustomField,
	freeFieldName,
	removeCustomField,
	usesOf,
	type FieldUse,
} from './fieldChanges.ts';
import { fieldReveal, selectedField } from './fieldsState.ts';

const category = 'Fields';
const canEdit = when.and(when.has('hasCustomers'), when.not(when.has('isReadOnly')));
const inFields = when.is('activeEditor', 'fields.list');
const MOST_NAMED = 3;

export const fieldCommands: readonly Command[] = [
	{
		id: 'fields.open',
		title: 'Open Fields',
		category,
		icon: 'symbol-field',
		enabled: when.has('hasCustomers'),
		menus: [{ menu: 'menubar/segments', group: '1_open', order: 20 }],
		run: ({ layout }, field) => {
			layout.open('fields.list');
			if (typeof field === 'string') {
				selectedField.set(field);
			}
		},
	},
	{
		id: 'fields.addField',
		title: 'Add Custom Field',
		category,
		icon: 'add',
		enabled: canEdit,
		menus: [{ menu: 'menubar/segments', group: '2_edit', order: 40 }],
		run: ({ engine, layout }) => {
			const columns = engine.project.get()?.fields.map(({ name }) => name) ?? [];
			const name = freeFieldName(columns, engine.draft.state.get().customFields);
			engine.draft.update((draft) => addCustomField(draft, { name, expression: '' }), `Add ${name}`);
			layout.open('fields.list');
			selectedField.set(name);
			fieldReveal.set({ field: name, range: null });
		},
	},
	{
		id: 'fields.deleteField',
		title: 'Delete Custom Field',
		category,
		icon: 'trash',
		enabled: when.and(canEdit, inFields),
		run: deleteField,
	},
	{
		id: 'fields.formatField',
		title: 'Format Custom Field',
		category,
		icon: 'list-flat',
		enabled: when.and(canEdit, inFields),
		keys: [{ key: 'Alt+Shift+F', when: inFields }],
		run: ({ engine, notifications }) => {
			const field = customField(engine, selectedField.get());
			const formatted = field && formatRuleText(field.expression);
			if (field && formatted === null) {
				notifications.show('info', `${field.name} was left as it is: it has remarks, or cannot be read.`);
			} else if (field && formatted !== null) {
				engine.draft.update(
					(draft) => changeCustomField(draft, field.name, { expression: formatted }),
					`Format ${field.name}`,
				);
			}
		},
	},
	{
		id: 'fields.revealProblem',
		title: 'Show Problem in Custom Field',
		category,
		isHidden: true,
		run: ({ layout }, argument) => {
			const parsed = problemSchema.safeParse(argument);
			if (parsed.success && parsed.data.source.kind === 'custom-field') {
				const { name, from, to } = parsed.data.source;
				layout.open('fields.list');
				selectedField.set(name);
				fieldReveal.set({ field: name, range: { from, to } });
			}
		},
	},
];

/** Refuses while something would be broken, and says what. */
function deleteField({ engine, notifications, run }: Services, argument: unknown): void {
	const field = customField(engine, typeof argument === 'string' ? argument : selectedField.get());
	if (!field) {
		return;
	}
	const { name } = field;
	const uses = usesOf(engine.draft.state.get(), name);
	if (uses.length > 0) {
		notifications.show('warning', `${name} is used by ${listed(uses)}. Take it out there first, then delete it here.`);
		return;
	}
	engine.draft.update((draft) => removeCustomField(draft, name), `Delete ${name}`);
	selectedField.set(null);
	notifications.show('info', `${name} was deleted.`, [{ label: 'Undo', run: () => void run('edit.undo') }]);
}

function listed(uses: readonly FieldUse[]): string {
	const names = uses.slice(0, MOST_NAMED).map(({ name }) => `“${name}”`);
	const more = uses.length - names.length;
	return more > 0 ? `${names.join(', ')} and ${more} more` : names.join(' and ');
}

function customField({ draft }: Services['engine'], name: string | null) {
	return draft.state.get().customFields.find((field) => field.name === name) ?? null;
}
