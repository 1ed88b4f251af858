import { defineConfig } from '@playwright/test';
import { findChromium } from './build/chromium.ts';

const executablePath = findChromium();

export default defineConfig({
	testDir: 'test/e2e',
	timeout: 60_000,
	expect: { timeout: 10_000 },
	workers: 1,
	forbidOnly: process.env['CI'] !== undefined,
	retries: 0,
	reporter: [['list']],
	updateSnapshots: 'none',
	use: {
		viewport: { width: 1440, height: 900 },
		locale: 'en-GB',
		timezoneId: 'UTC',
		trace: 'retain-on-failure',
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
