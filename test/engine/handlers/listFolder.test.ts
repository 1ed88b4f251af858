import { mkdirSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { listFolder } from '../../../engine/handlers/listFolder.ts';
import { temporaryFolder } from '../../support/temporaryFolder.ts';

test('a folder lists its folders first, then the files of the wanted kinds, without hidden ones', async () => {
	const folder = temporaryFolder();
	mkdirSync(join(folder, 'zeta'));
	for (const name of ['b10.csv', 'b9.CSV', 'notes.txt', '.hidden.csv']) {
		writeFileSync(join(folder, name), 'abc');
	}
	const { entries, parent } = await listFolder(folder, ['csv']);
	expect(entries.map(({ name, isFolder, sizeBytes }) => [name, isFolder, sizeBytes])).toEqual([
		['zeta', true, 0],
		['b9.CSV', false, 3],
		['b10.csv', false, 3],
	]);
	expect(entries[1]).toMatchObject({ path: join(folder, 'b9.CSV'), modifiedAt: expect.stringMatching(/^\d{4}-.*Z$/) });
	expect(parent).toBe(join(folder, '..'));
	expect((await listFolder(folder, [])).entries).toHaveLength(4);
});

test('no folder means the home folder, and the root has no parent', async () => {
	expect((await listFolder(null, ['csv'])).folder).toBe(homedir());
	expect((await listFolder('/', ['csv'])).parent).toBeNull();
});

test('a folder that is missing or a file says so', async () => {
	const folder = temporaryFolder();
	writeFileSync(join(folder, 'a'), '');
	await expect(listFolder(join(folder, 'b'), [])).rejects.toMatchObject({
		code: 'not-found',
		message: expect.stringContaining('does not exist'),
	});
	await expect(listFolder(join(folder, 'a'), [])).rejects.toThrow('is a file');
});
