import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { findElectron, hasDisplay, installedProgram } from '../../build/electronBinary.ts';

afterEach(() => vi.unstubAllEnvs());

test('a named folder is taken when the program is in it, and only then', async () => {
	const folder = mkdtempSync(join(tmpdir(), 'tranche-electron-'));
	try {
		vi.stubEnv('ELECTRON_OVERRIDE_DIST_PATH', folder);
		expect(await findElectron()).toBeNull();
		const program = join(folder, 'electron');
		writeFileSync(program, '');
		chmodSync(program, 0o755);
		expect(await findElectron()).toBe(program);
	} finally {
		rmSync(folder, { recursive: true });
	}
});

test('a computer without a screen gets no window and fetches nothing', async () => {
	vi.stubEnv('ELECTRON_OVERRIDE_DIST_PATH', '');
	vi.stubEnv('DISPLAY', '');
	vi.stubEnv('WAYLAND_DISPLAY', '');
	if (process.platform === 'linux') {
		expect(hasDisplay()).toBe(false);
		expect(await findElectron()).toBeNull();
	}
});

test.skipIf(installedProgram() !== null)(
	'where the server cannot be reached the answer is null within seconds',
	async () => {
		const closed = createServer();
		const port = await new Promise<number>((resolve) => {
			closed.listen(0, '127.0.0.1', () => {
				const address = closed.address();
				resolve(typeof address === 'object' && address ? address.port : 0);
			});
		});
		await new Promise((resolve) => closed.close(resolve));
		vi.stubEnv('ELECTRON_OVERRIDE_DIST_PATH', '');
		vi.stubEnv('DISPLAY', ':0');
		vi.stubEnv('ELECTRON_GET_USE_PROXY', '');
		vi.stubEnv('ELECTRON_MIRROR', `http://127.0.0.1:${port}/`);
		const startedAtMs = performance.now();
		expect(await findElectron()).toBeNull();
		expect(performance.now() - startedAtMs).toBeLessThan(5_000);
	},
);
