import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const places: Readonly<Record<string, readonly string[]>> = {
	linux: [
		'/usr/bin/chromium',
		'/usr/bin/chromium-browser',
		'/usr/bin/google-chrome',
		'/usr/bin/google-chrome-stable',
		'/snap/bin/chromium',
	],
	darwin: [
		'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
		'/Applications/Chromium.app/Contents/MacOS/Chromium',
	],
	win32: [
		'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
		'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
	],
};

/** The system's Chromium or Chrome, or null. `TRANCHE_CHROMIUM` names another one. */
export function findChromium(): string | null {
	const named = process.env['TRANCHE_CHROMIUM'];
	const found = [...(named ? [named] : []), ...(places[process.platform] ?? [])].find((path) => existsSync(path));
	return found && answers(found) ? found : null;
}

function answers(path: string): boolean {
	if (process.platform === 'win32') {
		return true;
	}
	try {
		execFileSync(path, ['--version'], { stdio: 'ignore', timeout: 20_000 });
		return true;
	} catch {
		return false;
	}
}
