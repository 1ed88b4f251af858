import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { contributions, startViews } from '../../../renderer/contributions.ts';
import type { Command } from '../../../renderer/workbench/contribution.ts';
import { when } from '../../../renderer/workbench/contextKeys.ts';
import { createRegistry } from '../../../renderer/workbench/registry.ts';
import { contextFixture } from './contextFixture.ts';

const root = resolve(import.meta.dirname, '../../..');
const registry = createRegistry(contributions);

function command(id: string, more: Partial<Command> = {}): Command {
	return { id, title: id, category: 'Test', run: () => undefined, ...more };
}

test('every contribution file is listed, and its ids start with the feature', () => {
	const files = readdirSync(join(root, 'renderer/features'), { recursive: true })
		.map((file) => String(file).replaceAll('\\', '/'))
		.filter((file) => file.endsWith('.contribution.ts'));
	const listed = readFileSync(join(root, 'renderer/contributions.ts'), 'utf8');
	expect(files.length).toBeGreaterThan(5);
	expect(files.filter((file) => !listed.includes(`./features/${file}`))).toEqual([]);
	const strays = contributions
		.filter((contribution) => contribution.id !== 'workbench')
		.flatMap(({ id, commands = [], views = [] }) =>
			[...commands, ...views].map((item) => item.id).filter((item) => item !== id && !item.startsWith(`${id}.`)),
		);
	expect(strays).toEqual([]);
});

test('every command has a title and a category, and its clauses survive serialisation', () => {
	for (const entry of registry.commands.values()) {
		expect(entry.title.trim()).not.toBe('');
		expect(entry.category.trim()).not.toBe('');
		expect(JSON.parse(JSON.stringify(entry.enabled ?? null))).toEqual(entry.enabled ?? null);
	}
});

test('the first tabs of a project are views that exist', () => {
	const unknown = Object.values(startViews)
		.flat()
		.filter((id) => registry.views.get(id)?.location !== 'editor');
	expect(unknown).toEqual([]);
});

test('every view loads a component', async () => {
	const source = contributions.flatMap((contribution) => contribution.views ?? []);
	expect(source.map((view) => typeof view.load)).toEqual(source.map(() => 'function'));
});

test('a duplicate id, a clash of keys and a missing command are refused', () => {
	expect(() => createRegistry([{ id: 'a', commands: [command('a.b'), command('a.b')] }])).toThrow(
		'Two commands are called a.b',
	);
	const keys = [{ key: 'Mod+K' }];
	expect(() => createRegistry([{ id: 'a', commands: [command('a.b', { keys }), command('a.c', { keys })] }])).toThrow(
		'Mod+K on others when null is bound to both a.b and a.c',
	);
	expect(() => createRegistry([{ id: 'a', problemOpeners: [{ kind: 'table', command: 'a.gone' }] }])).toThrow(
		'There is no command a.gone',
	);
});

test('one key may serve two commands in different contexts, and follows the context and the system', () => {
	const two = createRegistry([
		{
			id: 'a',
			commands: [
				command('a.inside', { keys: [{ key: 'Mod+D', mac: 'Ctrl+D', when: when.is('activeEditor', 'a') }] }),
				command('a.outside', {
					keys: [{ key: 'Mod+D', when: when.not(when.is('activeEditor', 'a')) }],
					enabled: when.has('hasProject'),
				}),
			],
		},
	]);
	const inA = contextFixture({ activeEditor: 'a' });
	expect([
		two.commandFor('Mod+D', inA, false)?.id,
		two.commandFor('Mod+D', inA, true)?.id ?? null,
		two.commandFor('Ctrl+D', inA, true)?.id,
		two.commandFor('Mod+D', contextFixture({}), false)?.id ?? null,
		two.commandFor('Mod+D', contextFixture({ hasProject: true }), false)?.id,
	]).toEqual(['a.inside', null, 'a.inside', null, 'a.outside']);
});

test('undo belongs to the text field while the caret is in one', () => {
	const canUndo = contextFixture({ hasProject: true, canUndo: true });
	expect(registry.commandFor('Mod+Z', canUndo, false)?.id).toBe('edit.undo');
	expect(registry.commandFor('Mod+Z', { ...canUndo, isTextFocused: true }, false)).toBeNull();
});

test('the palette offers only what can run now', () => {
	const offered = (context: Parameters<typeof contextFixture>[0]) =>
		registry.palette(contextFixture(context)).map((entry) => entry.id);
	expect(offered({ isConnected: true })).toContain('project.open');
	expect(offered({ isConnected: true })).not.toContain('project.close');
	expect(offered({ isConnected: true, hasProject: true })).toContain('project.close');
	expect(offered({ isConnected: true, hasProject: true })).not.toContain('project.openPath');
});
