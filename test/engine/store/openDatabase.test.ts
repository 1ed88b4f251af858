import Database from 'better-sqlite3';
import { execFileSync } from 'node:child_process';
import { chmodSync, copyFileSync, mkdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openDatabase } from '../../../engine/store/openDatabase.ts';
import { ProjectStore } from '../../../engine/store/ProjectStore.ts';
import { temporaryFolder } from '../../support/temporaryFolder.ts';
import { importFixture } from './storedFixture.ts';

function project(name = 'client.tranche') {
	const path = join(temporaryFolder(), name);
	const store = ProjectStore.create(path);
	const table = importFixture(store, 'orders');
	store.close();
	return { path, table };
}

/** Opening must fail with the sentence and leave every byte as it was. */
function expectRefused(path: string, sentence: RegExp): void {
	const before = readFileSync(path);
	expect(() => ProjectStore.open(path)).toThrow(sentence);
	expect(readFileSync(path).equals(before)).toBe(true);
}

test('a missing file, a folder, a text, an empty file and a foreign database are not projects', () => {
	const folder = temporaryFolder();
	const text = join(folder, 'a.tranche');
	writeFileSync(text, 'customer,revenue\n'.repeat(100));
	const empty = join(folder, 'empty.tranche');
	writeFileSync(empty, '');
	const { path: foreign } = project();
	const bytes = readFileSync(foreign);
	bytes.writeUInt32BE(42, 68);
	writeFileSync(foreign, bytes);

	expect(() => ProjectStore.open(join(folder, 'gone.tranche'))).toThrow(/There is no project at/);
	expect(() => ProjectStore.open(folder)).toThrow(/is a folder/);
	for (const path of [text, empty, foreign]) {
		expectRefused(path, /is not a Tranche project/);
	}
});

test('a project of a newer version is refused', () => {
	const { path } = project();
	const bytes = readFileSync(path);
	bytes.writeUInt32BE(99, 60);
	writeFileSync(path, bytes);
	expectRefused(path, /newer version of Tranche/);
});

test('a project whose tables have other columns is reported as damaged', () => {
	const { path } = project();
	const database = new Database(path);
	database.exec('ALTER TABLE tables RENAME COLUMN name TO title');
	database.close();
	expect(() => ProjectStore.open(path).tables.list()).toThrow(/is damaged: no such column/);
});

test('a truncated project is reported as damaged', () => {
	const { path } = project();
	truncateSync(path, readFileSync(path).length - 65536);
	expectRefused(path, /is damaged: its last 65536 bytes are missing/);
});

test('a structure that cannot be read is reported as damage when the project is opened', () => {
	const { path } = project();
	const bytes = readFileSync(path);
	for (let page = 1; page < bytes.length / 65536; page++) {
		bytes.fill(0xff, page * 65536, page * 65536 + 12);
	}
	writeFileSync(path, bytes);
	expectRefused(path, /is damaged/);
});

test('flipped bytes in what a person wrote are reported as damage', () => {
	const { path } = project();
	const bytes = readFileSync(path);
	bytes.write('"remainder":42             ', bytes.indexOf('"remainder":"Everyone else"'));
	writeFileSync(path, bytes);
	const store = ProjectStore.open(path);
	onTestFinished(() => store.close());
	expect(() => store.segmentations.read()).toThrow(/is damaged/);
	bytes.write('"remainder":}}             ', bytes.indexOf('"remainder":42'));
	store.close();
	writeFileSync(path, bytes);
	expectRefused(path, /is damaged/);
});

test('a flipped byte in the data is found when it is read, by its checksum', () => {
	const { path, table } = project();
	const bytes = readFileSync(path);
	const at = bytes.indexOf(Buffer.of(1, 2, 3), bytes.indexOf('dictionaries'));
	const places = [];
	for (let from = at; from >= 0; from = bytes.indexOf(Buffer.of(1, 2, 3), from + 1)) {
		places.push(from);
	}
	bytes[places.at(-1)!] = 7;
	writeFileSync(path, bytes);
	const store = ProjectStore.open(path);
	onTestFinished(() => store.close());
	expect(() => store.tables.chunks(table.id).readDictionary(0)).toThrow(/does not match its checksum/);
});

test('a project is held by one window at a time, and free again once it is closed', () => {
	const { path } = project();
	const first = ProjectStore.open(path);
	expect(() => ProjectStore.open(path)).toThrow(/open in another window or command/);
	first.close();
	ProjectStore.open(path).close();
});

test('a project is held against other processes too', () => {
	const { path } = project();
	const open = () =>
		execFileSync(
			process.execPath,
			[
				'--input-type=module',
				'-e',
				`const { ProjectStore } = await import(${JSON.stringify(new URL('../../../engine/store/ProjectStore.ts', import.meta.url).href)});
				try { ProjectStore.open(process.argv[1]).close(); console.log('opened'); } catch (error) { console.log(error.code); }`,
				path,
			],
			{ encoding: 'utf8' },
		).trim();
	const store = ProjectStore.open(path);
	const whileOpen = open();
	store.close();
	expect([whileOpen, open()]).toEqual(['conflict', 'opened']);
});

test('a read-only project can be read by several at once, and writing says why it cannot', () => {
	const { path, table } = project();
	const stores = [ProjectStore.open(path, true), ProjectStore.open(path, true)];
	onTestFinished(() => stores.forEach((store) => store.close()));
	expect(stores.map((store) => [store.isReadOnly, store.tables.list()[0]?.id])).toEqual([
		[true, table.id],
		[true, table.id],
	]);
	expect(() => stores[0]!.note('test', '')).toThrow(/write-protected/);
});

test.skipIf(process.platform === 'win32')('a project in a write-protected folder opens read-only', () => {
	const { path } = project();
	const folder = join(temporaryFolder(), 'shared');
	mkdirSync(folder);
	copyFileSync(path, join(folder, 'client.tranche'));
	chmodSync(join(folder, '..'), 0o755);
	chmodSync(join(folder, 'client.tranche'), 0o444);
	chmodSync(folder, 0o555);
	onTestFinished(() => chmodSync(folder, 0o755));
	const script = `const { ProjectStore } = await import(${JSON.stringify(new URL('../../../engine/store/ProjectStore.ts', import.meta.url).href)});
		const store = ProjectStore.open(process.argv[1]);
		console.log(JSON.stringify([store.isReadOnly, store.tables.list().length]));
		store.close();`;
	// Rights do not bind the superuser, so there the project is opened as somebody else.
	const isSuperuser = process.getuid?.() === 0;
	const output = execFileSync(process.execPath, ['--input-type=module', '-e', script, join(folder, 'client.tranche')], {
		encoding: 'utf8',
		...(isSuperuser && { uid: 65534, gid: 65534 }),
	});
	expect(JSON.parse(output)).toEqual([true, 1]);
});

test('a journal of an unfinished write is undone on opening', () => {
	const { path } = project();
	const connection = openDatabase(path, false);
	connection.close();
	const script = `const { ProjectStore } = await import(${JSON.stringify(new URL('../../../engine/store/ProjectStore.ts', import.meta.url).href)});
		const { openDatabase } = await import(${JSON.stringify(new URL('../../../engine/store/openDatabase.ts', import.meta.url).href)});
		const connection = openDatabase(process.argv[1], false);
		connection.execute('PRAGMA cache_size = 2');
		connection.begin();
		connection.run("UPDATE segmentation SET definition = '{}'");
		connection.run("UPDATE history SET label = 'changed'");
		for (let part = 0; part < 40; part++) {
			connection.run('INSERT INTO clusters (table_id, name, part, checksum, data) VALUES (1, ?, ?, 0, zeroblob(300000))', ['junk', part]);
		}
		process.kill(process.pid, 'SIGKILL');`;
	expect(() => execFileSync(process.execPath, ['--input-type=module', '-e', script, path])).toThrow();
	const store = ProjectStore.open(path);
	onTestFinished(() => store.close());
	expect([store.segmentations.read().remainder, store.history.undoLabel()]).toEqual(['Everyone else', 'Import orders']);
	expect([...store.tables.chunks(1).readCluster('junk')]).toEqual([]);
});
