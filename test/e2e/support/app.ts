import { expect, test as base, type Page } from '@playwright/test';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { addressOf } from './addressOf.ts';

const root = resolve(import.meta.dirname, '../../..');

export interface App {
	readonly page: Page;
	/** A folder of this test alone: the app's data folder lies in it, and tests may put files beside that. */
	readonly folder: string;
	/** Ends the engine process, as a crash would. */
	readonly host: ChildProcess;
}

/**
 * The built app in the browser host, one per test, with a data folder of its own. Fails the test when the page asks for
 * anything that is not the host, or when a script of the page throws.
 */
export const test = base.extend<{ app: App }>({
	app: async ({ page }, provide) => {
		const folder = mkdtempSync(join(tmpdir(), 'tranche-e2e-'));
		const host = spawn(process.execPath, [join(root, 'dist/engine/serve.js'), '--no-open'], {
			cwd: folder,
			env: { ...process.env, TRANCHE_DATA_DIR: join(folder, 'data'), HOME: folder },
			stdio: ['ignore', 'pipe', 'inherit'],
		});
		const address = await addressOf(host);
		const origin = new URL(address).origin;
		const foreign: string[] = [];
		const faults: string[] = [];
		page.on('request', (request) => {
			if (!request.url().startsWith(origin) && !/^(data|blob):/.test(request.url())) {
				foreign.push(request.url());
			}
		});
		page.on('pageerror', (error) => faults.push(error.message));
		await page.goto(address);
		await provide({ page, folder, host });
		// What the page was still asking for when its host is ended is no fault of it.
		const found = { foreign: [...foreign], faults: [...faults] };
		if (host.exitCode === null && host.signalCode === null) {
			const ended = once(host, 'exit');
			host.kill();
			await ended;
		}
		rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
		expect(found).toEqual({ foreign: [], faults: [] });
	},
});

export { expect };
