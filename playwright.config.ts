import { defineConfig } from '@playwright/test';
import { findChromium } from './build/chromium.ts';

const executablePath = findChromium();

/**
 * Chromium prepares two pages for the suggestions of its address bar in every window, which nobody sees here: a second and a half
 * of processor time in each test. It reads only the last of these switches, so those of Playwright's own that a page on this
 * computer can meet are said again.
 */
const disabledFeatures = [
	'WebUIOmniboxPopup',
	'WebUIOmniboxAimPopup',
	'WebUIOmniboxFullPopup',
	'AimEnabled',
	'AvoidUnnecessaryBeforeUnloadCheckSync',
	'DestroyProfileOnBrowserClose',
	'HttpsUpgrades',
	'HttpsFirstBalancedModeAutoEnable',
	'LensOverlay',
	'MediaRouter',
	'NetworkTimeServiceQuerying',
	'OptimizationHints',
	'PaintHolding',
	'PreconnectToSearch',
	'ThirdPartyStoragePartitioning',
];

export default defineConfig({
	testDir: 'test/e2e',
	// Generous, because a slow machine is no fault; a run on a quiet one takes a tenth of it.
	timeout: 90_000,
	expect: { timeout: 30_000 },
	workers: 2,
	// Tests share nothing but the sample that each worker makes once, so that no worker is left with a long file in the end.
	fullyParallel: true,
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
				`--disable-features=${disabledFeatures.join(',')}`,
			],
		},
	},
});
