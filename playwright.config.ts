import { defineConfig } from '@playwright/test';
import { findChromium } from './build/chromium.ts';

const executablePath = findChromium();

export default defineConfig({
	testDir: 'test/e2e',
	// Generous, because a slow machine is no fault; a run on a quiet one takes a tenth of it.
	timeout: 90_000,
	expect: { timeout: 30_000 },
	workers: 2,
	forbidOnly: process.env['CI'] !== undefined,
	// One more try, with a trace of it: recording every test would take longer than the tests.
	retries: 1,
	reporter: [['list']],
	updateSnapshots: 'none',
	use: {
		viewport: { width: 1440, height: 900 },
		locale: 'en-GB',
		timezoneId: 'UTC',
		trace: 'on-first-retry',
		launchOptions: {
			...(executablePath ? { executablePath } : {}),
			args: [
				'--no-sandbox',
				'--disable-gpu',
				'--disable-quic',
				'--no-first-run',
				'--disable-background-networking',
				'--disable-component-update',
				'--disable-sync',
			],
		},
	},
});
