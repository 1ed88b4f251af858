import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext } from 'playwright';
import { findChromium } from '../../../build/chromium.ts';

const STARTS_WITHIN_MS = 30_000;

const switches = [
	'--headless',
	'--no-sandbox',
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
	'--disable-default-apps',
	'--no-startup-window',
	'--host-resolver-rules=MAP * ~NOTFOUND',
	'--remote-debugging-port=0',
];

export interface ChromiumProcess {
	readonly context: BrowserContext;
	/** Where Chromium listens for debuggers. */
	readonly endpoint: string;
	kill(): void;
}

/** The system's Chromium without a window, with a profile of its own. */
export async function startChromium(): Promise<ChromiumProcess> {
	const executable = findChromium();
	if (executable === null) {
		throw new Error('electron stand-in: no Chromium or Chrome found; TRANCHE_CHROMIUM can name one');
	}
	const profile = mkdtempSync(join(tmpdir(), 'electron-standin-chromium-'));
	const child = spawn(executable, [...switches, `--user-data-dir=${profile}`], {
		stdio: ['ignore', 'ignore', 'pipe'],
		// A group of its own, so that its helpers end with it and leave nothing in the profile.
		detached: true,
	});
	const kill = (): void => {
		if (child.exitCode === null && child.signalCode === null && child.pid !== undefined) {
			process.kill(-child.pid, 'SIGKILL');
		}
		rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 });
	};
	process.on('exit', kill);
	const endpoint = await new Promise<string>((resolve, reject) => {
		let said = '';
		const fail = (): void => reject(new Error(`electron stand-in: Chromium did not start\n${said}`));
		const timer = setTimeout(fail, STARTS_WITHIN_MS);
		child.on('exit', fail);
		child.stderr.on('data', (chunk: Buffer) => {
			said += chunk.toString();
			const [, found] = /DevTools listening on (ws:\/\/\S+)/.exec(said) ?? [];
			if (found) {
				clearTimeout(timer);
				resolve(found);
			}
		});
	});
	const [context] = (await chromium.connectOverCDP(endpoint)).contexts();
	if (!context) {
		throw new Error('electron stand-in: Chromium has no browser context');
	}
	return { context, endpoint, kill };
}
