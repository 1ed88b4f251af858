import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { PreferencesFile } from '../../../engine/handlers/PreferencesFile.ts';
import { temporaryFolder } from '../../support/temporaryFolder.ts';

const defaults = { theme: 'system', recentProjects: [], layouts: {} };

test('preferences are the defaults until something is written, and then what was written', async () => {
	const folder = join(temporaryFolder(), 'new');
	const file = new PreferencesFile(join(folder, 'preferences.json'));
	expect(await file.read()).toEqual(defaults);
	expect(await file.write({ theme: 'dark' })).toEqual({ ...defaults, theme: 'dark' });
	expect(await new PreferencesFile(join(folder, 'preferences.json')).read()).toEqual({ ...defaults, theme: 'dark' });
	expect(readdirSync(folder)).toEqual(['preferences.json']);
});

test('a file that cannot be read is kept beside the new one', async () => {
	const folder = temporaryFolder();
	const path = join(folder, 'preferences.json');
	writeFileSync(path, '{"theme":"pink"}');
	const file = new PreferencesFile(path);
	expect(await file.read()).toEqual(defaults);
	await file.write({ theme: 'light' });
	expect(readFileSync(`${path}.unreadable`, 'utf8')).toBe('{"theme":"pink"}');
	expect((await file.read()).theme).toBe('light');
});

test('the project opened last is first among the recent ones, each once, at most twenty', async () => {
	const file = new PreferencesFile(join(temporaryFolder(), 'preferences.json'));
	for (let index = 0; index < 22; index++) {
		await file.remember(`/p${index}`, `p${index}`);
	}
	await file.remember('/p10', 'p10');
	const names = (await file.read()).recentProjects.map(({ name }) => name);
	expect([names.length, names.slice(0, 3), new Set(names).size]).toEqual([20, ['p10', 'p21', 'p20'], 20]);
});
