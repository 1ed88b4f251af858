import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';
import type { TestDatabase } from './TestDatabase.ts';

const SERVER = ['/usr/sbin/clickhouse-server', '/usr/bin/clickhouse-server'];
const START_MS = 15_000;

/** A server of its own in a temporary folder, on a free port of this machine; null where ClickHouse is not installed. */
export async function clickhouseDatabase(): Promise<TestDatabase | null> {
	const program = SERVER.find((path) => existsSync(path));
	if (program === undefined) {
		return null;
	}
	const folder = mkdtempSync(join(tmpdir(), 'tranche-ch-'));
	mkdirSync(join(folder, 'data'));
	const port = await freePort();
	writeFileSync(join(folder, 'config.xml'), config(folder, port));
	writeFileSync(join(folder, 'users.xml'), users);
	const server = spawn(program, [`--config-file=${join(folder, 'config.xml')}`], { cwd: folder, stdio: 'ignore' });
	const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()));
	const send = (sql: string) => post(port, sql);
	const close = async () => {
		server.kill('SIGKILL');
		await ended;
		rmSync(folder, { recursive: true });
	};
	const deadline = Date.now() + START_MS;
	while ((await send('SELECT 1').catch(() => null)) === null) {
		if (Date.now() > deadline || server.exitCode !== null) {
			await close();
			throw new Error('The ClickHouse server did not start');
		}
		await wait(100);
	}
	return {
		dialect: 'clickhouse',
		async run(statement) {
			await send(statement);
		},
		async rows(query) {
			const body = await send(`${query.replace(/;\s*$/, '')} FORMAT TabSeparated`);
			return body
				.split('\n')
				.slice(0, -1)
				.map((line) => line.split('\t').map((cell) => (cell === '\\N' ? null : cell)));
		},
		close,
	};
}

/** The answer of the server to a statement. */
function post(port: number, sql: string): Promise<string> {
	const path = '/?max_query_size=10000000&max_ast_elements=1000000';
	return new Promise((resolve, reject) => {
		const sent = request({ host: '127.0.0.1', port, path, method: 'POST' }, (answer) => {
			text(answer).then(
				(body) => (answer.statusCode === 200 ? resolve(body) : reject(new Error(`ClickHouse: ${body.slice(0, 2000)}`))),
				reject,
			);
		});
		sent.once('error', reject);
		sent.end(sql);
	});
}

function config(folder: string, port: number): string {
	return `<yandex><logger><level>none</level></logger><http_port>${port}</http_port><listen_host>127.0.0.1</listen_host>
<path>${folder}/data/</path><tmp_path>${folder}/tmp/</tmp_path><users_config>users.xml</users_config>
<mark_cache_size>10000000</mark_cache_size><default_profile>default</default_profile><default_database>default</default_database>
<timezone>UTC</timezone></yandex>`;
}

const users = `<yandex><profiles><default></default></profiles><quotas><default></default></quotas>
<users><default><password></password><networks><ip>127.0.0.1</ip></networks><profile>default</profile><quota>default</quota></default></users></yandex>`;

function freePort(): Promise<number> {
	return new Promise((resolve, reject) => {
		const probe = createServer();
		probe.once('error', reject);
		probe.listen(0, '127.0.0.1', () => {
			const address = probe.address();
			probe.close(() =>
				typeof address === 'object' && address ? resolve(address.port) : reject(new Error('No port is free')),
			);
		});
	});
}
