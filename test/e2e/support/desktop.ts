import { _electron, test, type ElectronApplication, type Page } from '@playwright/test';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { findChromium } from '../../../build/chromium.ts';
import { hasDisplay, installedProgram } from '../../../build/electronBinary.ts';

const root = resolve(import.meta.dirname, '../../..');

/** Whether the specs run on Electron itself; elsewhere on the stand-in, with what its README says it cannot show. */
export const isRealElectron = installedProgram() !== null && hasDisplay();

// Playwright asks the electron package for its program, which would try to fetch it where it is missing.
if (!isRealElectron) {
	process.env['ELECTRON_OVERRIDE_DIST_PATH'] = join(root, 'test/support/electron-standin');
}

/** Why the desktop cannot be tested here, or null. */
export function missing(): string | null {
	const parts = ['electron/main.cjs', 'electron/preload.cjs', 'renderer/index.html', 'engine/engineProcess.js'];
	const absent = parts.find((part) => !existsSync(join(root, 'dist', part)));
	if (absent !== undefined) {
		return `dist/${absent} is missing: run npm run build first`;
	}
	return isRealElectron || findChromium() !== null ? null : 'neither Electron nor Chromium is on this computer';
}

export interface Desktop {
	readonly app: ElectronApplication;
	readonly page: Page;
}

/** Starts the built app with a data folder of its own. */
export async function startDesktop(dataFolder: string, ...args: readonly string[]): Promise<Desktop> {
	const { TRANCHE_DATA_DIR: _inherited, ...environment } = process.env;
	const app = await _electron.launch({
		args: [root, ...args],
		cwd: root,
		env: {
			...(environment as Record<string, string>),
			TRANCHE_USER_DATA: dataFolder,
			// The stand-in is a Node program: it has to run on the Node that runs the tests.
			PATH: `${resolve(process.execPath, '..')}:${process.env['PATH'] ?? ''}`,
		},
	});
	const page = await app.firstWindow();
	await page.waitForLoadState('load');
	return { app, page };
}

/** One line in the report where the desktop cannot be tested. */
export function skipWithoutDesktop(): void {
	const reason = missing();
	test.skip(reason !== null, reason ?? '');
}
