import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join, resolve } from 'node:path';

const PROBE_MS = 3_000;
const FETCH_MS = 180_000;

/** Where Electron's package says that its program lies, once it has been fetched. */
const installed = resolve(import.meta.dirname, '../node_modules/electron');

/**
 * The path of Electron's program, or null where it is not there and cannot be fetched. The npm package holds only the script
 * that fetches it (about 110 MB, once): tried when its server answers within three seconds, for three minutes at most.
 * `ELECTRON_OVERRIDE_DIST_PATH` names a folder that holds the program, as in Electron itself.
 */
export async function findElectron(): Promise<string | null> {
	const folder = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
	if (folder) {
		const program = resolve(folder, programName() ?? 'electron');
		return existsSync(program) ? program : null;
	}
	if (!hasDisplay()) {
		return null;
	}
	return installedProgram() ?? ((await canFetch()) && (await fetchProgram()) ? installedProgram() : null);
}

/** Electron's program where it has been fetched already; fetches nothing. */
export function installedProgram(): string | null {
	const name = programName();
	const program = name === null ? null : join(installed, 'dist', name);
	return program !== null && existsSync(program) ? program : null;
}

/** Whether there is a screen to open a window on. */
export function hasDisplay(): boolean {
	return process.platform !== 'linux' || Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']);
}

function programName(): string | null {
	try {
		return readFileSync(join(installed, 'path.txt'), 'utf8');
	} catch {
		return null;
	}
}

/** Asks for a connection and closes it: a computer without a network finds out in seconds, not minutes. */
function canFetch(): Promise<boolean> {
	if (!existsSync(join(installed, 'install.js'))) {
		return Promise.resolve(false);
	}
	if (process.env['ELECTRON_GET_USE_PROXY']) {
		return Promise.resolve(true);
	}
	const mirror = process.env['ELECTRON_MIRROR'] ?? process.env['npm_config_electron_mirror'] ?? 'https://github.com/';
	const server = URL.parse(mirror);
	if (server === null) {
		return Promise.resolve(false);
	}
	const port = Number(server.port) || (server.protocol === 'http:' ? 80 : 443);
	return new Promise((answer) => {
		const socket = connect({ host: server.hostname, port, timeout: PROBE_MS });
		const finish = (isReached: boolean): void => {
			socket.destroy();
			answer(isReached);
		};
		// Looking up the name is not covered by the socket's own timeout.
		const timer = setTimeout(() => finish(false), PROBE_MS);
		socket.on('close', () => clearTimeout(timer));
		socket.on('connect', () => finish(true));
		socket.on('timeout', () => finish(false));
		socket.on('error', () => finish(false));
	});
}

async function fetchProgram(): Promise<boolean> {
	console.error('Fetching Electron, once, about 110 MB ...');
	const script = spawn(process.execPath, [join(installed, 'install.js')], { stdio: 'ignore', timeout: FETCH_MS });
	return new Promise((answer) => {
		script.on('error', () => answer(false));
		script.on('exit', (code) => answer(code === 0));
	});
}
