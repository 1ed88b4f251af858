import { EngineConnection, type ConnectionStatus } from '#shared/protocol/EngineConnection.ts';
import type { ProjectState } from '#shared/model/projectState.ts';
import { emptySegmentation } from '#shared/model/segmentation.ts';
import { defaultSettings } from '#shared/model/settings.ts';
import { EngineError } from '#shared/protocol/envelope.ts';
import { expect, test } from 'vitest';
import { HeldPort } from '../../support/HeldPort.ts';

const project: ProjectState = {
	path: '/client.tranche',
	name: 'client',
	isReadOnly: false,
	isSample: false,
	revision: 1,
	tables: [],
	customers: 0,
	asOf: null,
	settings: defaultSettings,
	segmentation: emptySegmentation,
	hasUnsavedVersion: false,
	versions: [],
	fields: [],
	undoLabel: null,
	redoLabel: null,
	problems: [],
};

/** Starts engines that are all held; each `next` gives the newest port. */
function host() {
	const ports: HeldPort[] = [];
	const statuses: ConnectionStatus[] = [];
	const connection = new EngineConnection(() => {
		const port = new HeldPort();
		ports.push(port);
		return Promise.resolve(port);
	});
	connection.onStatus((status) => statuses.push(status));
	const answer = async (index: number, method: string, value: unknown) => {
		while (!ports[index]) {
			await Promise.resolve();
		}
		const { id } = await ports[index].find((message) => message['method'] === method);
		ports[index].say({ t: 'result', id, value });
	};
	return { connection, ports, statuses, answer };
}

test('after the engine ends a new one opens the project again and the user is told', async () => {
	const { connection, ports, statuses, answer } = host();
	await answer(0, 'project.state', { project });
	const lost = connection.call('project.undo', {});
	await ports[0]!.find((message) => message['method'] === 'project.undo');
	ports[0]!.close();
	await expect(lost).rejects.toMatchObject({ code: 'engine-gone' });

	const changes: unknown[] = [];
	connection.on('project.changed', (payload) => changes.push(payload));
	await answer(1, 'project.state', { project: null });
	await answer(1, 'project.open', project);
	const history = connection.call('project.history', { limit: 1 });
	await answer(1, 'project.history', { entries: [] });

	expect(await history).toEqual({ entries: [] });
	expect(changes).toEqual([{ project }]);
	expect(statuses.map((status) => status.kind)).toEqual(['ready', 'connecting', 'restarted']);
	expect(statuses[2]!.message).toContain('The project was opened again');
	expect(ports[1]!.posted.map((message) => (message as { method?: string }).method)).toEqual([
		undefined,
		'project.state',
		'project.open',
		'project.history',
	]);
});

test('a project that cannot be opened again is reported, and the engine can still be used', async () => {
	const { connection, ports, statuses, answer } = host();
	await answer(0, 'project.state', { project });
	await connection.call('project.undo', {}, { signal: AbortSignal.abort() }).catch(() => null);
	ports[0]!.close();
	await answer(1, 'project.state', { project: null });
	const { id } = await ports[1]!.find((message) => message['method'] === 'project.open');
	ports[1]!.say({ t: 'error', id, code: 'data', message: 'The project file is damaged.' });
	const state = connection.call('preferences.read', {});
	await answer(1, 'preferences.read', { theme: 'dark', recentProjects: [], layouts: {} });
	expect(await state).toMatchObject({ theme: 'dark' });
	expect(statuses.at(-1)).toMatchObject({ kind: 'restarted', message: expect.stringContaining('is damaged') });
});

test('an engine that keeps ending is not started for ever, until a person asks', async () => {
	const { connection, ports, statuses } = host();
	for (let round = 0; round < 4; round++) {
		while (!ports[round]) {
			await Promise.resolve();
		}
		await ports[round]!.find((message) => message['method'] === 'project.state');
		ports[round]!.close();
	}
	await expect(connection.call('project.state', {})).rejects.toMatchObject({ code: 'engine-gone' });
	expect([ports.length, statuses.at(-1)?.kind]).toEqual([4, 'stopped']);
	connection.retry();
	await Promise.resolve();
	expect(ports).toHaveLength(5);
});

test('an engine that cannot be started is told with the sentence of the host', async () => {
	const connection = new EngineConnection(() => Promise.reject(new Error('The engine file is missing.')));
	await expect(connection.call('project.state', {})).rejects.toEqual(
		new EngineError('engine-gone', 'The engine file is missing.'),
	);
	expect(connection.status).toEqual({ kind: 'stopped', message: 'The engine file is missing.' });
});
