import { EngineClient } from '#shared/protocol/EngineClient.ts';
import { EngineConnection } from '#shared/protocol/EngineConnection.ts';
import type { Port } from '#shared/protocol/envelope.ts';
import { WEB_SOCKET_PROTOCOL } from '#shared/protocol/browserHost.ts';
import { decode, encode } from '@msgpack/msgpack';
import { mkdirSync, writeFileSync } from 'node:fs';
import { get } from 'node:http';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { WebSocket, type ClientOptions } from 'ws';
import { startHost, type Host } from '../../../engine/hosts/serve/startHost.ts';
import { temporaryFolder } from '../../support/temporaryFolder.ts';

async function host() {
	const root = temporaryFolder();
	const folder = join(root, 'renderer');
	mkdirSync(folder);
	writeFileSync(join(folder, 'index.html'), '<!doctype html><html><head></head></html>');
	vi.stubEnv('TRANCHE_DATA_DIR', join(root, 'data'));
	let emptied = 0;
	const running = await startHost({ port: 0, folder, onEmpty: () => emptied++ });
	onTestFinished(() => running.close());
	return { running, root, token: await sessionToken(running), emptied: () => emptied };
}

async function sessionToken(running: Host): Promise<string> {
	const page = await new Promise<string>((resolve, reject) => {
		get(running.address(), (response) => {
			let body = '';
			response.on('data', (chunk: Buffer) => (body += chunk.toString()));
			response.on('end', () => resolve(body));
		}).on('error', reject);
	});
	return /name="tranche-session" content="([\w-]+)"/.exec(page)?.[1] ?? '';
}

function socketOf(running: Host, token: string, options: ClientOptions = {}, path = '/ipc') {
	return new WebSocket(`ws://127.0.0.1:${running.port}${path}`, [WEB_SOCKET_PROTOCOL, token], {
		origin: `http://127.0.0.1:${running.port}`,
		...options,
	});
}

/** Opens as a page does; rejects with the status where the host refuses. */
function connect(running: Host, token: string, options?: ClientOptions, path?: string): Promise<Port> {
	return new Promise((resolve, reject) => {
		const socket = socketOf(running, token, options, path);
		socket.on('unexpected-response', (_request, response) => reject(new Error(`HTTP ${response.statusCode}`)));
		socket.on('error', reject);
		socket.on('open', () =>
			resolve({
				post: (message) => socket.send(encode(message, { ignoreUndefined: true })),
				onMessage: (listener) => void socket.on('message', (data: Buffer) => listener(decode(data))),
				onClose: (listener) => void socket.on('close', () => listener()),
				close: () => socket.close(),
			}),
		);
	});
}

test('calls, bytes and events travel through the socket to the engine and back', async () => {
	const { running, root, token, emptied } = await host();
	const port = await connect(running, token);
	const client = new EngineClient(port);
	const path = join(root, 'client.tranche');
	const changes: (string | undefined)[] = [];
	client.on('project.changed', ({ project }) => changes.push(project?.path));
	const created = await client.call('project.create', { path });
	await expect(client.call('project.create', { path })).rejects.toMatchObject({ code: 'conflict' });
	const { rows, total } = await client.call('segments.members', {
		segmentation: created.segmentation,
		group: { kind: 'everyone' },
		from: 0,
		count: 10,
	});
	expect([created.name, changes, rows instanceof Uint8Array, rows.byteLength > 0, total]).toEqual([
		'client',
		[path],
		true,
		true,
		0,
	]);

	const second = new EngineClient(await connect(running, token));
	const { project } = await second.call('project.state', {});
	expect(project?.path).toBe(path);

	// A page that sends nonsense loses its own connection and nothing else.
	const broken = socketOf(running, token);
	const closed = new Promise<number>((resolve) => broken.on('close', resolve));
	broken.on('open', () => broken.send(Buffer.of(0xc1), { binary: true }));
	expect(await closed).toBe(1007);
	expect((await second.call('project.state', {})).project?.path).toBe(path);

	expect(emptied()).toBe(0);
	const gone = [client, second].map((each) => new Promise<void>((resolve) => each.onGone(resolve)));
	client.close();
	second.close();
	await Promise.all(gone);
	await vi.waitFor(() => expect(emptied()).toBe(1));
});

test('an engine that dies takes its sockets with it, and whoever comes back gets a new one with the same project', async () => {
	const { running, root, token } = await host();
	const path = join(root, 'client.tranche');
	const connection = new EngineConnection(() => connect(running, token));
	onTestFinished(() => connection.close());
	await connection.call('project.create', { path });
	const restarted = new Promise<string | null>((resolve) => {
		connection.onStatus(({ kind, message }) => {
			if (kind === 'restarted') {
				resolve(message);
			}
		});
	});
	process.kill(running.engine.processId!, 'SIGKILL');
	expect(await restarted).toContain('The project was opened again');
	expect((await connection.call('project.state', {})).project?.path).toBe(path);
});

test('a socket without the session token, of another origin or host, or at another path is refused', async () => {
	const { running, token } = await host();
	const foreign = `http://127.0.0.1:${running.port + 1}`;
	const outcomes = await Promise.allSettled([
		connect(running, 'guess'),
		connect(running, '-'),
		connect(running, token, { origin: foreign }),
		connect(running, token, { origin: 'https://evil.example' }),
		connect(running, token, { headers: { host: 'evil.example' } }),
		connect(running, token, {}, '/other'),
		connect(running, token, { headers: { 'sec-fetch-site': 'cross-site' } }),
	]);
	const reasons = outcomes.map((outcome) => (outcome.status === 'rejected' ? outcome.reason.message : 'opened'));
	expect(reasons).toEqual(Array.from({ length: 7 }, () => 'HTTP 403'));
	expect(running.engine.processId).toBeNull();
});
