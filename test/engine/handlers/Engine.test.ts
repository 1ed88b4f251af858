import type { Segmentation } from '#shared/model/segmentation.ts';
import { defaultSettings } from '#shared/model/settings.ts';
import { EngineClient } from '#shared/protocol/EngineClient.ts';
import { tableFromIPC } from 'apache-arrow';
import { existsSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { Engine } from '../../../engine/handlers/Engine.ts';
import { channel } from '../../support/channel.ts';
import { temporaryFolder } from '../../support/temporaryFolder.ts';
import { clientPlan } from '../session/clientFiles.ts';

const segmentation: Segmentation = {
	segments: [{ id: 'big', name: 'Big', rule: 'revenue >= 50' }],
	remainder: 'Others',
	mode: 'waterfall',
	exclusions: [],
	customFields: [],
};

function start() {
	const folder = temporaryFolder();
	const engine = new Engine(join(folder, 'data'));
	onTestFinished(() => engine.close());
	const connect = () => {
		const ports = channel();
		engine.attach(ports.engine);
		const client = new EngineClient(ports.client);
		onTestFinished(() => client.close());
		return client;
	};
	return { folder, engine, connect, client: connect(), path: join(folder, 'client.tranche') };
}

test('the whole path over the protocol: file in, segments, numbers, results out', async () => {
	const { client, path, folder } = start();
	const created = await client.call('project.create', { path });
	expect([created.name, created.tables]).toEqual(['client', []]);

	const { path: file } = clientPlan(folder, 'orders');
	const preview = await client.call('tables.preview', { path: file, overrides: {} });
	const { table, project } = await client.call('tables.import', { plan: preview.plan, replaces: null });
	expect([table.rowsLoaded, project.customers, project.fields.some(({ name }) => name === 'revenue')]).toEqual([
		6,
		4,
		true,
	]);
	const page = await client.call('tables.page', { tableId: table.id, from: 0, count: 2 });
	expect([page.total, tableFromIPC(page.rows).numRows]).toEqual([6, 2]);
	const quarantine = await client.call('tables.quarantine', { tableId: table.id, from: 0, count: 5 });
	expect(quarantine.rows.map(({ line }) => line)).toEqual([7]);

	const { segments } = await client.call('segments.evaluate', { segmentation, settings: defaultSettings });
	expect(segments.map(({ people }) => people)).toEqual([1, 3]);
	const written = await client.call('segments.write', { segmentation, label: 'Define Big' });
	expect([written.undoLabel, written.hasUnsavedVersion]).toEqual(['Define Big', true]);
	const saved = await client.call('segments.saveVersion', { reason: 'first' });
	const { id: versionId } = saved.versions[0]!;
	const members = await client.call('segments.members', {
		segmentation,
		group: { kind: 'members', id: 'big' },
		from: 0,
		count: 5,
	});
	expect(members.total).toBe(1);
	const facts = await client.call('segments.describeField', { field: 'order_count', prefix: '', limit: 5 });
	expect([facts.min, facts.max]).toEqual([1, 2]);

	const dir = join(folder, 'results');
	const { files } = await client.call('segments.export', { segmentation, dir });
	expect(files.map((name) => basename(name)).sort()).toEqual(['assignments.csv', 'report.html', 'result.json']);
	expect(readFileSync(join(dir, 'assignments.csv'), 'utf8').trim().split('\n')).toHaveLength(5);
	await expect(client.call('segments.export', { segmentation, dir })).rejects.toMatchObject({ code: 'data' });

	await client.call('project.writeSettings', { settings: { ...defaultSettings, currency: 'EUR' } });
	const undone = await client.call('project.undo', {});
	expect([undone.settings.currency, undone.redoLabel]).toEqual([null, 'Change settings']);
	expect((await client.call('project.redo', {})).settings.currency).toBe('EUR');
	expect((await client.call('segments.restoreVersion', { versionId })).segmentation).toEqual(segmentation);
	const remapped = await client.call('tables.remap', {
		tableId: table.id,
		mapping: { ...table.mapping, attributes: ['channel'] },
	});
	expect(remapped.fields.some(({ name }) => name === 'channel')).toBe(true);
	expect((await client.call('tables.remove', { tableId: table.id })).tables).toEqual([]);
	const { entries } = await client.call('project.history', { limit: 2 });
	expect(entries.map(({ label }) => label)).toEqual(['Remove orders', 'Map orders']);
});

test('while a version is proved, edits go on, and the version holds what was proved', async () => {
	const { client, path } = start();
	await client.call('project.create', { path });
	const asked: Segmentation = {
		...segmentation,
		mode: 'strict',
		segments: [
			{ id: 'all', name: 'All', rule: 'true' },
			{ id: 'none', name: 'None', rule: 'false' },
		],
	};
	await client.call('segments.write', { segmentation: asked, label: 'Strict' });
	const saving = client.call('segments.saveVersion', { reason: 'for the board' });
	const edited = await client.call('segments.write', { segmentation, label: 'Define Big' });
	expect(edited.versions).toEqual([]);
	const saved = await saving;
	expect([saved.segmentation, saved.hasUnsavedVersion, saved.versions.length]).toEqual([segmentation, true, 1]);
	const version = await client.call('versions.read', { versionId: saved.versions[0]!.id });
	expect(version).toEqual({ segmentation: asked });
});

test('every client of an engine is told of every change, whoever makes it', async () => {
	const { client, connect, path } = start();
	const other = connect();
	await other.call('project.state', {});
	const told: (string | null)[] = [];
	other.on('project.changed', ({ project }) => told.push(project?.undoLabel ?? null));
	await client.call('project.create', { path });
	await client.call('segments.write', { segmentation, label: 'Define Big' });
	await client.call('project.close', {});
	expect(await other.call('project.state', {})).toEqual({ project: null });
	expect(told).toEqual([null, 'Define Big', null]);
});

test('opening the open project by another name keeps it, and a failed opening keeps the one before', async () => {
	const { client, path, folder } = start();
	const created = await client.call('project.create', { path });
	symlinkSync(path, join(folder, 'link.tranche'));
	expect(await client.call('project.open', { path: join(folder, 'link.tranche') })).toEqual(created);
	writeFileSync(join(folder, 'notes.txt'), 'notes');
	await expect(client.call('project.open', { path: join(folder, 'notes.txt') })).rejects.toMatchObject({
		code: 'data',
	});
	await expect(client.call('project.create', { path })).rejects.toMatchObject({ code: 'conflict' });
	expect((await client.call('project.state', {})).project?.path).toBe(created.path);
	await expect(client.call('tables.preview', { path, overrides: {} })).rejects.toThrow('This is the project itself');
});

test('projects that were opened are remembered, the last one first', async () => {
	const { client, folder } = start();
	for (const name of ['a', 'b']) {
		await client.call('project.create', { path: join(folder, `${name}.tranche`) });
	}
	await client.call('project.open', { path: join(folder, 'a.tranche') });
	const { recentProjects } = await client.call('preferences.read', {});
	expect(recentProjects.map(({ name }) => name)).toEqual(['a', 'b']);
});

test('without a project every call that needs one says so', async () => {
	const { client } = start();
	const calls = [
		client.call('segments.evaluate', { segmentation, settings: defaultSettings }),
		client.call('tables.page', { tableId: 1, from: 0, count: 1 }),
		client.call('project.undo', {}),
		client.call('project.history', { limit: 1 }),
	];
	const outcomes = await Promise.allSettled(calls);
	expect(outcomes.map((outcome) => outcome.status === 'rejected' && outcome.reason.message)).toEqual(
		Array.from({ length: 4 }, () => 'No project is open. Open or create one first.'),
	);
});

test('closing an engine closes the project, so that the file is free and alone', async () => {
	const { client, engine, path, folder } = start();
	await client.call('project.create', { path });
	await engine.close();
	expect([existsSync(path), readdirSync(folder).sort()]).toEqual([true, ['client.tranche', 'data']]);
});
