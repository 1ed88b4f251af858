import { execFile, execFileSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { TestDatabase } from './TestDatabase.ts';

const run = promisify(execFile);
const INSTALLED = '/usr/lib/postgresql';
const FIELD = '\u0001';
const NULL = '\u0002';
const MAX_OUTPUT_BYTES = 64 * 2 ** 20;

/** A server of its own in a temporary folder, reached by a socket in it; null where PostgreSQL is not installed. */
export async function postgresqlDatabase(): Promise<TestDatabase | null> {
	const version = existsSync(INSTALLED) ? readdirSync(INSTALLED).sort().at(-1) : undefined;
	if (version === undefined) {
		return null;
	}
	const bin = (name: string) => join(INSTALLED, version, 'bin', name);
	const folder = mkdtempSync(join(tmpdir(), 'tranche-pg-'));
	const user = serverUser();
	if (user) {
		chownSync(folder, user.uid, user.gid);
	}
	chmodSync(folder, 0o700);
	const options = { cwd: folder, env: { ...process.env, LC_ALL: 'C.UTF-8' }, ...user };
	await run(
		bin('initdb'),
		['-D', join(folder, 'data'), '-U', 'tranche', '-A', 'trust', '--encoding=UTF8', '--no-sync', '--locale=C.UTF-8'],
		options,
	);
	const settings = `-c listen_addresses='' -c unix_socket_directories='${folder}' -c fsync=off -c timezone=UTC`;
	await run(
		bin('pg_ctl'),
		['-D', join(folder, 'data'), '-l', join(folder, 'log'), '-w', '-o', settings, 'start'],
		options,
	);
	const psql = (sql: string) => {
		const call = run(
			bin('psql'),
			[
				'-h',
				folder,
				'-U',
				'tranche',
				'-d',
				'postgres',
				'-qAtX',
				'-F',
				FIELD,
				'-R',
				'\u0003',
				'-P',
				`null=${NULL}`,
				'-v',
				'ON_ERROR_STOP=1',
				'-f',
				'-',
			],
			{ env: options.env, maxBuffer: MAX_OUTPUT_BYTES },
		);
		call.child.stdin?.end(sql);
		return call;
	};
	return {
		dialect: 'postgresql',
		async run(statement) {
			await psql(statement);
		},
		async rows(query) {
			const { stdout } = await psql(query);
			return stdout
				.replace(/\n$/, '')
				.split('\u0003')
				.map((row) => row.split(FIELD).map((cell) => (cell === NULL ? null : cell)));
		},
		async close() {
			await run(bin('pg_ctl'), ['-D', join(folder, 'data'), '-m', 'immediate', 'stop'], options);
			rmSync(folder, { recursive: true });
		},
	};
}

/** The server refuses to run as root: Debian's package brings a user for it. */
function serverUser(): { readonly uid: number; readonly gid: number } | null {
	if (process.getuid?.() !== 0) {
		return null;
	}
	const idOf = (kind: string) => Number(execFileSync('id', [kind, 'postgres'], { encoding: 'utf8' }));
	return { uid: idOf('-u'), gid: idOf('-g') };
}
