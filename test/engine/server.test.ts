import { EngineClient } from '#shared/protocol/EngineClient.ts';
import { EngineError } from '#shared/protocol/envelope.ts';
import { protocolVersion } from '#shared/protocol/protocolVersion.ts';
import { expect, onTestFinished, test } from 'vitest';
import { EngineEvents } from '../../engine/EngineEvents.ts';
import { serve, type Handlers } from '../../engine/server.ts';
import type { WriteQueue } from '../../engine/writeQueue.ts';
import { channel } from '../support/channel.ts';
import { fakeHandlers } from '../support/fakeHandlers.ts';
import { HeldPort } from '../support/HeldPort.ts';

const hello = () => ({ t: 'hello', version: protocolVersion() });

function held(given: Partial<Handlers>, writes?: WriteQueue) {
	const port = new HeldPort();
	const log: string[] = [];
	const events = new EngineEvents();
	serve(port, fakeHandlers(given), { events, log: (message) => log.push(message), ...(writes && { writes }) });
	const request = (id: number, method: string, args: unknown = {}) => port.say({ t: 'request', id, method, args });
	const answer = (id: number) => port.find((message) => message['id'] === id && message['t'] !== 'progress');
	return { port, log, events, request, answer };
}

test('a request before a fitting hello is refused with what to do', async () => {
	const { port, request, answer } = held({});
	request(1, 'project.state');
	expect(await answer(1)).toMatchObject({ code: 'version', message: expect.stringContaining('start it again') });
	port.say({ t: 'hello', version: '0.old' });
	request(2, 'project.state');
	expect(await answer(2)).toMatchObject({ code: 'version' });
});

test('arguments, method names and results that do not fit are refused with a code', async () => {
	const { port, log, request, answer } = held({ 'project.close': () => Promise.resolve({ extra: 1 } as never) });
	port.say(hello());
	request(1, 'project.open', { path: 'a', extra: true });
	request(2, 'toString');
	request(3, 'project.close');
	expect([await answer(1), await answer(2), await answer(3)]).toMatchObject([
		{ code: 'invalid-args' },
		{ code: 'invalid-args' },
		{ code: 'internal' },
	]);
	expect(log).toHaveLength(1);
});

test('an error of a handler keeps its code, and a fault becomes a sentence while its stack is logged', async () => {
	const { port, log, request, answer } = held({
		'project.open': () => Promise.reject(new EngineError('data', 'The file is empty.')),
		'project.state': () => Promise.reject(new TypeError('x is undefined')),
	});
	port.say(hello());
	request(1, 'project.open', { path: 'a' });
	request(2, 'project.state');
	expect(await answer(1)).toEqual({ t: 'error', id: 1, code: 'data', message: 'The file is empty.' });
	expect(await answer(2)).toMatchObject({ code: 'internal', message: expect.stringContaining('x is undefined') });
	expect(log[0]).toContain('TypeError');
});

test('messages that cannot be read are logged and dropped, and the next one is answered', async () => {
	const { port, log, request, answer } = held({ 'project.state': () => Promise.resolve({ project: null }) });
	port.say(hello());
	port.say(null);
	port.say({ t: 'request', id: 1.5, method: 'project.state', args: {} });
	port.say({ t: 'cancel', id: 1, and: 'more' });
	request(1, 'project.state');
	expect(await answer(1)).toEqual({ t: 'result', id: 1, value: { project: null } });
	expect(log).toHaveLength(3);
});

test('writes run one after the other while reads see the state before them', async () => {
	let state = 'old';
	const steps: string[] = [];
	let finishFirst = () => {};
	const { port, request, answer } = held({
		'project.close': async () => {
			steps.push('close began');
			await new Promise<void>((resolve) => (finishFirst = resolve));
			state = 'new';
			steps.push('close ended');
			return {};
		},
		'preferences.write': () => {
			steps.push('write began');
			return Promise.resolve({ theme: 'light', recentProjects: [], layouts: {} });
		},
		'files.list': () => Promise.resolve({ folder: state, parent: null, entries: [] }),
	});
	port.say(hello());
	request(1, 'project.close');
	request(2, 'preferences.write');
	request(3, 'files.list', { folder: null, extensions: [] });
	expect(await answer(3)).toMatchObject({ value: { folder: 'old' } });
	finishFirst();
	await answer(2);
	request(4, 'files.list', { folder: null, extensions: [] });
	expect(await answer(4)).toMatchObject({ value: { folder: 'new' } });
	expect(steps).toEqual(['close began', 'close ended', 'write began']);
});

test('a write that is cancelled while it waits ends at once and never runs', async () => {
	let runs = 0;
	let finish = () => {};
	const { port, request, answer } = held({
		'project.close': async () => {
			runs++;
			await new Promise<void>((resolve) => (finish = resolve));
			return {};
		},
	});
	port.say(hello());
	request(1, 'project.close');
	request(2, 'project.close');
	port.say({ t: 'cancel', id: 2 });
	expect(await answer(2)).toMatchObject({ code: 'cancelled' });
	finish();
	await answer(1);
	expect(runs).toBe(1);
});

test('a failed write does not hold up the next', async () => {
	const { port, request, answer } = held({
		'project.undo': () => Promise.reject(new EngineError('conflict', 'There is nothing to undo.')),
		'project.close': () => Promise.resolve({}),
	});
	port.say(hello());
	request(1, 'project.undo');
	request(2, 'project.close');
	expect([await answer(1), await answer(2)]).toMatchObject([{ code: 'conflict' }, { t: 'result' }]);
});

test('a running job reports throttled progress and ends soon after a cancel', async () => {
	const { engine, client: clientPort } = channel();
	onTestFinished(() => clientPort.close());
	let ticks = 0;
	serve(
		engine,
		fakeHandlers({
			'project.state': async (_args, job) => {
				for (; ticks < 1e7; ticks++) {
					await job.tick(ticks, 1e7, 'Counting');
				}
				return { project: null };
			},
		}),
	);
	const client = new EngineClient(clientPort);
	const controller = new AbortController();
	const startedMs = performance.now();
	let reports = 0;
	const call = client.call(
		'project.state',
		{},
		{
			signal: controller.signal,
			onProgress: () => {
				if (++reports === 3) {
					controller.abort();
				}
			},
		},
	);
	await expect(call).rejects.toMatchObject({ code: 'cancelled' });
	const elapsedMs = performance.now() - startedMs;
	expect(ticks).toBeLessThan(1e7);
	expect(reports).toBeLessThanOrEqual(elapsedMs / 50 + 1);
});

test('closing the port cancels what its client had asked for and ends its events', async () => {
	let signal: AbortSignal | null = null;
	const { port, events, request } = held({
		'project.state': (_args, job) => {
			signal = job.signal;
			return new Promise(() => {});
		},
	});
	port.say(hello());
	request(1, 'project.state');
	await new Promise((resolve) => setImmediate(resolve));
	port.close();
	events.emit('project.changed', { project: null });
	expect([signal!.aborted, port.posted]).toEqual([true, [hello()]]);
});

test('every client of an engine hears its events', () => {
	const events = new EngineEvents();
	const ports = [new HeldPort(), new HeldPort()];
	for (const port of ports) {
		serve(port, fakeHandlers({}), { events });
	}
	events.emit('project.changed', { project: null });
	const expected = [{ t: 'event', name: 'project.changed', payload: { project: null } }];
	expect(ports.map((port) => port.posted)).toEqual([expected, expected]);
});
