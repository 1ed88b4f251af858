import { expect, test } from 'vitest';
import { keyLabel, strokeOf } from '../../../renderer/workbench/keys.ts';

const plain = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };

test('a pressed key reads as bindings are written, on every system', () => {
	expect([
		strokeOf({ ...plain, key: 'p', ctrlKey: true, shiftKey: true }, false),
		strokeOf({ ...plain, key: 'p', metaKey: true }, true),
		strokeOf({ ...plain, key: 'p', ctrlKey: true }, true),
		strokeOf({ ...plain, key: 'F6', shiftKey: true }, false),
		strokeOf({ ...plain, key: 'Control', ctrlKey: true }, false),
	]).toEqual(['Mod+Shift+P', 'Mod+P', 'Ctrl+P', 'Shift+F6', null]);
});

test('a binding is named as the keyboard of the system names it', () => {
	expect([keyLabel('Mod+Shift+P', false), keyLabel('Mod+Shift+P', true), keyLabel('Alt+ArrowUp', false)]).toEqual([
		'Ctrl+Shift+P',
		'⌘⇧P',
		'Alt+↑',
	]);
});
