import { emptySegmentation } from '#shared/model/segmentation.ts';
import { defaultSettings } from '#shared/model/settings.ts';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { ProjectStore } from '../../../engine/store/ProjectStore.ts';
import { temporaryFolder } from '../../support/temporaryFolder.ts';
import { fill, importFixture, planOf } from './storedFixture.ts';

function create() {
	const path = join(temporaryFolder(), 'client.tranche');
	const store = ProjectStore.create(path);
	onTestFinished(() => store.close());
	return { path, store };
}

function reopen(path: string) {
	const store = ProjectStore.open(path);
	onTestFinished(() => store.close());
	return store;
}

const named = (remainder: string) => ({ ...emptySegmentation, remainder });

test('a new project is one file with an empty segmentation and the default settings', () => {
	const { path, store } = create();
	const facts = [store.segmentations.read(), store.settings(), store.tables.list(), store.history.list(10)];
	expect(facts).toEqual([emptySegmentation, defaultSettings, [], []]);
	store.close();
	expect([existsSync(path), existsSync(`${path}-journal`), existsSync(`${path}-wal`)]).toEqual([true, false, false]);
});

test('creating refuses a path where something lies, and leaves it as it is', () => {
	const path = join(temporaryFolder(), 'notes.txt');
	writeFileSync(path, 'mine');
	expect(() => ProjectStore.create(path)).toThrow(/exists already/);
	expect(readFileSync(path, 'utf8')).toBe('mine');
	expect(() => ProjectStore.create(join(path, 'deeper', 'a.tranche'))).toThrow(/folder .* does not exist/);
});

test('a promoted table is read back with its rows, columns, dictionary and clusters', () => {
	const { path, store } = create();
	const table = importFixture(store, 'orders');
	store.close();
	const again = reopen(path);
	const chunks = again.tables.chunks(table.id);
	expect(again.tables.list()).toEqual([table]);
	expect(chunks.chunkRows()).toEqual([3, 2]);
	expect(chunks.readChunk(0, 1)).toEqual({
		column: 0,
		chunk: 1,
		rows: 2,
		encoding: 'u8',
		min: 7,
		max: 12,
		nulls: 0,
		data: Uint8Array.of(4, 5),
	});
	expect([chunks.readDictionary(0), chunks.readDictionary(1)]).toEqual([Uint8Array.of(1, 2, 3), null]);
	expect([...chunks.readCluster('offsets')]).toEqual([Uint8Array.of(9), Uint8Array.of(8)]);
	expect([...chunks.readCluster('nothing')]).toEqual([]);
	expect(again.tables.quarantine(table.id, 0, 10)).toEqual([{ line: 4, reason: 'Not a number', text: 'x' }]);
});

test('a staged table counts for nobody until it is promoted, and dropping it leaves nothing', () => {
	const { path, store } = create();
	const staged = store.tables.stage(planOf('orders'), null);
	fill(staged);
	expect(store.tables.list()).toEqual([]);
	store.tables.drop(staged);
	const chunks = store.tables.chunks(staged.tableId);
	expect([chunks.chunkRows(), [...chunks.readCluster('offsets')], store.history.list(5)]).toEqual([[], [], []]);
	store.close();
	expect(reopen(path).tables.list()).toEqual([]);
});

test('clearing a staged table lets the file be read again from the start', () => {
	const { store } = create();
	const staged = store.tables.stage(planOf('orders'), null);
	fill(staged);
	staged.clear();
	const table = store.tables.promote(staged, fill(staged), planOf('orders').mapping, null);
	expect(store.tables.chunks(table.id).chunkRows()).toEqual([3, 2]);
	expect(store.tables.quarantine(table.id, 0, 10)).toHaveLength(1);
});

test('edits, imports and removals are undone and done again in order', () => {
	const { store } = create();
	const orders = importFixture(store, 'orders');
	store.history.record('Edit segments', [{ kind: 'segmentation', before: emptySegmentation, after: named('Others') }]);
	store.history.record('Remove orders', [{ kind: 'table', tableId: orders.id, before: 'ready', after: 'hidden' }]);
	const state = () => [store.tables.list().length, store.segmentations.read().remainder, store.history.undoLabel()];

	const states = [state()];
	for (const step of ['undo', 'undo', 'undo', 'redo', 'redo', 'redo'] as const) {
		store.history[step]();
		states.push(state());
	}
	expect(states).toEqual([
		[0, 'Others', 'Remove orders'],
		[1, 'Others', 'Edit segments'],
		[1, 'Everyone else', 'Import orders'],
		[0, 'Everyone else', null],
		[1, 'Everyone else', 'Import orders'],
		[1, 'Others', 'Edit segments'],
		[0, 'Others', 'Remove orders'],
	]);
	expect(() => store.history.redo()).toThrow('There is nothing to do again.');
});

test('undo and redo survive a restart', () => {
	const { path, store } = create();
	store.history.record('First', [{ kind: 'segmentation', before: emptySegmentation, after: named('One') }]);
	store.history.record('Second', [{ kind: 'segmentation', before: named('One'), after: named('Two') }]);
	store.history.undo();
	store.close();
	const again = reopen(path);
	expect([again.history.undoLabel(), again.history.redoLabel()]).toEqual(['First', 'Second']);
	again.history.redo();
	expect(again.segmentations.read().remainder).toBe('Two');
});

test('an edit after an undo ends the redo but stays in the history', () => {
	const { store } = create();
	store.history.record('First', [{ kind: 'segmentation', before: emptySegmentation, after: named('One') }]);
	store.history.undo();
	store.history.record('Other', [{ kind: 'segmentation', before: emptySegmentation, after: named('Two') }]);
	expect(store.history.redoLabel()).toBeNull();
	expect(store.history.list(5).map(({ label, isUndone }) => [label, isUndone])).toEqual([
		['Other', false],
		['First', true],
	]);
});

test('a replaced table can be brought back until the project is closed, then its data is gone from the file', () => {
	const { path, store } = create();
	const old = importFixture(store, 'old');
	importFixture(store, 'new', old);
	expect(store.tables.list().map(({ name }) => name)).toEqual(['new']);
	store.history.undo();
	expect(store.tables.list().map(({ name }) => name)).toEqual(['old']);
	store.history.redo();
	store.close();
	const again = reopen(path);
	expect([again.tables.list().map(({ name }) => name), again.history.undoLabel()]).toEqual([['new'], null]);
	expect(again.tables.chunks(old.id).chunkRows()).toEqual([]);
});

test('versions of the segmentation are only added, newest first', () => {
	const { store } = create();
	store.segmentations.saveVersion(named('One'), 'Ada', 'first');
	store.segmentations.saveVersion(named('Two'), 'Ada', 'second');
	expect(store.segmentations.versions().map(({ summary }) => summary.reason)).toEqual(['second', 'first']);
	expect(store.segmentations.version(1).definition).toEqual(named('One'));
	expect(() => store.segmentations.version(3)).toThrow(/no version 3/);
});
