import { expect, test } from '@playwright/test';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { App } from './app.ts';

/** The sample as the first test of this process made it: making it anew for every test would take most of the time. */
let kept: string | null = null;

/** What making the sample may take on a slow machine, beside the time of the test that happens to be the first. */
const MADE_WITHIN_MS = 120_000;

/** Opens the sample project from the welcome page and waits until its segments are counted. */
export async function openSample({ page, folder }: App): Promise<void> {
	const place = join(folder, 'data/sample');
	if (kept !== null && !existsSync(place)) {
		mkdirSync(join(folder, 'data'), { recursive: true });
		cpSync(kept, place, { recursive: true });
	}
	if (kept === null) {
		test.setTimeout(test.info().timeout + MADE_WITHIN_MS);
	}
	await page.getByRole('button', { name: /Open the Sample Project/ }).click();
	await expect(page.getByRole('figure', { name: 'How the customers are split' })).toContainText(/[\d,]+ customers/, {
		timeout: MADE_WITHIN_MS,
	});
	keep(place);
}

/** The engine is idle by now, so the project file and the journal beside it belong together. */
function keep(place: string): void {
	if (kept === null && existsSync(place)) {
		const copy = mkdtempSync(join(tmpdir(), 'tranche-sample-'));
		cpSync(place, copy, { recursive: true });
		kept = copy;
		process.once('exit', () => rmSync(copy, { recursive: true, force: true }));
	}
}
