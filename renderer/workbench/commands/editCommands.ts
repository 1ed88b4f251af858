import type { Command } from '../contribution.ts';
import { when } from '../contextKeys.ts';

const isElsewhere = when.not(when.has('isTextFocused'));
const category = 'Edit';

/** Undo and redo of the project. Text fields and code editors have their own while the caret is in them. */
export const editCommands: readonly Command[] = [
	{
		id: 'edit.undo',
		title: 'Undo',
		category,
		icon: 'discard',
		enabled: when.and(when.has('hasProject'), when.has('canUndo'), when.not(when.has('isReadOnly'))),
		keys: [{ key: 'Mod+Z', when: isElsewhere }],
		menus: [{ menu: 'menubar/edit', group: '1_history', order: 1 }],
		run: ({ engine }) => engine.step('project.undo'),
	},
	{
		id: 'edit.redo',
		title: 'Redo',
		category,
		icon: 'redo',
		enabled: when.and(when.has('hasProject'), when.has('canRedo'), when.not(when.has('isReadOnly'))),
		keys: [
			{ key: 'Mod+Shift+Z', when: isElsewhere },
			{ key: 'Mod+Y', when: isElsewhere },
		],
		menus: [{ menu: 'menubar/edit', group: '1_history', order: 2 }],
		run: ({ engine }) => engine.step('project.redo'),
	},
];
