import { EngineClient } from '#shared/protocol/EngineClient.ts';
import { protocolVersion } from '#shared/protocol/protocolVersion.ts';
import { expect, test } from 'vitest';
import { HeldPort } from '../../support/HeldPort.ts';

const preferences = { theme: 'dark', recentProjects: [], layouts: {} } as const;

function connected() {
	const port = new HeldPort();
	const dropped: string[] = [];
	return { port, dropped, client: new EngineClient(port, (message) => dropped.push(message)) };
}

test('a client says hello with its version and sends one request per call', () => {
	const { port, client } = connected();
	void client.call('project.state', {});
	void client.call('project.open', { path: 'a.tranche' });
	expect(port.posted).toEqual([
		{ t: 'hello', version: protocolVersion() },
		{ t: 'request', id: 1, method: 'project.state', args: {} },
		{ t: 'request', id: 2, method: 'project.open', args: { path: 'a.tranche' } },
	]);
});

test('answers find their calls in whatever order they come', async () => {
	const { port, client } = connected();
	const first = client.call('preferences.read', {});
	const second = client.call('project.state', {});
	port.say({ t: 'result', id: 2, value: { project: null } });
	port.say({ t: 'result', id: 1, value: preferences });
	expect(await Promise.all([first, second])).toEqual([preferences, { project: null }]);
});

test('an abort sends one cancel and the call ends with what the engine answers', async () => {
	const { port, client } = connected();
	const controller = new AbortController();
	const call = client.call('project.state', {}, { signal: controller.signal });
	controller.abort();
	port.say({ t: 'error', id: 1, code: 'cancelled', message: 'Cancelled.' });
	await expect(call).rejects.toMatchObject({ code: 'cancelled' });
	expect(port.posted.slice(2)).toEqual([{ t: 'cancel', id: 1 }]);
});

test('a call with an aborted signal or bad arguments never leaves the client', async () => {
	const { port, client } = connected();
	await expect(client.call('project.state', {}, { signal: AbortSignal.abort() })).rejects.toMatchObject({
		code: 'cancelled',
	});
	await expect(client.call('project.open', { path: '' })).rejects.toMatchObject({ code: 'invalid-args' });
	expect(port.posted).toHaveLength(1);
});

test('progress reaches the call it belongs to', async () => {
	const { port, client } = connected();
	const seen: unknown[] = [];
	void client.call('project.state', {}, { onProgress: ({ done, total, phase }) => seen.push([done, total, phase]) });
	port.say({ t: 'progress', id: 1, done: 3, total: 10, phase: 'Reading' });
	port.say({ t: 'progress', id: 7, done: 4, total: 10, phase: 'Reading' });
	expect(seen).toEqual([[3, 10, 'Reading']]);
});

test('an answer that does not fit its schema is an internal error, not a value', async () => {
	const { port, client } = connected();
	const call = client.call('preferences.read', {});
	port.say({ t: 'result', id: 1, value: { ...preferences, theme: 'pink' } });
	await expect(call).rejects.toMatchObject({ code: 'internal' });
});

test('messages that cannot be read are logged and dropped, and the conversation goes on', async () => {
	const { port, client, dropped } = connected();
	const call = client.call('preferences.read', {});
	port.say('nonsense');
	port.say({ t: 'result', id: 'one', value: 1 });
	port.say({ t: 'event', name: 'project.changed', payload: { project: 5 } });
	port.say({ t: 'event', name: 'toString', payload: {} });
	port.say({ t: 'result', id: 1, value: preferences });
	expect([await call, dropped.length]).toEqual([preferences, 4]);
});

test('an engine of another version ends outstanding and later calls with a plain sentence', async () => {
	const { port, client } = connected();
	const call = client.call('project.state', {});
	port.say({ t: 'hello', version: '0.other' });
	const expected = { code: 'version', message: expect.stringContaining('start it again') };
	await expect(call).rejects.toMatchObject(expected);
	await expect(client.call('project.state', {})).rejects.toMatchObject(expected);
});

test('an engine that goes away ends outstanding and later calls and tells so once', async () => {
	const { port, client } = connected();
	let told = 0;
	client.onGone(() => told++);
	const calls = [client.call('project.state', {}), client.call('preferences.read', {})];
	port.close();
	port.close();
	const outcomes = await Promise.allSettled([...calls, client.call('project.state', {})]);
	expect(outcomes.map((outcome) => outcome.status === 'rejected' && outcome.reason.code)).toEqual([
		'engine-gone',
		'engine-gone',
		'engine-gone',
	]);
	expect(told).toBe(1);
});

test('events reach their listeners until they stop listening', () => {
	const { port, client } = connected();
	const seen: unknown[] = [];
	const stop = client.on('project.changed', (payload) => seen.push(payload));
	port.say({ t: 'event', name: 'project.changed', payload: { project: null } });
	stop();
	port.say({ t: 'event', name: 'project.changed', payload: { project: null } });
	expect(seen).toEqual([{ project: null }]);
});
