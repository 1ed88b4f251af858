/**
 * `node build/run.mjs test/bench/dragFrames.ts [--orders N]`: drags a threshold in the built app over a project of the benchmark (N / 10
 * customers; `npm run bench -- import recalc --orders N` makes it) and prints how evenly the page drew and how soon the numbers followed.
 * Needs Chromium; with software drawing, as on a server, frames take longer than on a laptop.
 */
import { chromium, type Page } from '@playwright/test';
import { spawn } from 'node:child_process';
import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { findChromium } from '../../build/chromium.ts';
import { Session } from '../../engine/session/Session.ts';
import { emptySegmentation } from '../../shared/model/segmentation.ts';
import { addressOf } from '../e2e/support/addressOf.ts';
import { choosePath } from '../e2e/support/files.ts';
import { median } from './JobRun.ts';
import { rules, THRESHOLDS } from './workload.ts';

const root = resolve(import.meta.dirname, '../..');
const { values } = parseArgs({ options: { orders: { type: 'string', default: '10000000' } } });
const project = join(root, `.bench/tranche-${values.orders}.tranche`);
if (!existsSync(project)) {
	console.error(
		`There is no project of ${values.orders} orders: run npm run bench -- import recalc --orders ${values.orders} first.`,
	);
	process.exit(2);
}
const folder = mkdtempSync(join(tmpdir(), 'tranche-drag-'));
const path = join(folder, 'drag.tranche');
copyFileSync(project, path);
const session = await Session.open(path);
const segments = rules(THRESHOLDS[0]!).map((rule, index) => ({ id: `s${index}`, name: `Segment ${index + 1}`, rule }));
await session.writeSegmentation({ ...emptySegmentation, segments }, 'Segments of the benchmark');
const { customers } = session.state;
await session.close();

const host = spawn(process.execPath, [join(root, 'dist/engine/serve.js'), '--no-open'], {
	env: { ...process.env, TRANCHE_DATA_DIR: join(folder, 'data') },
	stdio: ['ignore', 'pipe', 'inherit'],
});
const executablePath = findChromium();
const browser = await chromium.launch({ args: ['--no-sandbox'], ...(executablePath && { executablePath }) });
try {
	const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
	await page.goto(await addressOf(host));
	await page.getByRole('button', { name: /Open Project/ }).click();
	await choosePath(page, path);
	await page.getByRole('tab', { name: 'Segments' }).last().click({ timeout: 120_000 });
	await page.getByRole('button', { name: 'Show the rule of Segment 4 as conditions' }).click();
	const slider = page.getByRole('group', { name: 'Conditions of Segment 4' }).getByRole('slider').first();
	await slider.waitFor();
	const figures = await dragged(page, await boxOf(slider));
	console.log(
		`${customers.toLocaleString('en')} customers, 8 rules; a threshold dragged for ${(figures.dragMs / 1000).toFixed(1)} s`,
	);
	console.log(
		`frames: median ${figures.frame.toFixed(1)} ms, 95 % within ${figures.frame95.toFixed(1)} ms, longest ${figures.longest.toFixed(1)} ms`,
	);
	console.log(
		`numbers: ${figures.updates} updates, the last ${figures.settledMs.toFixed(0)} ms after the pointer stopped`,
	);
} finally {
	await browser.close();
	host.kill();
	rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
}

async function dragged(
	page: Page,
	box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
) {
	await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
	await page.mouse.down();
	await page.evaluate(() => {
		const record = { frames: [] as number[], updates: [] as number[] };
		Object.assign(window, { record });
		const frame = (now: number) => {
			record.frames.push(now);
			requestAnimationFrame(frame);
		};
		requestAnimationFrame(frame);
		const people = document.querySelector('.segment-card[data-segment="s3"] .segment-people');
		new MutationObserver(() => record.updates.push(performance.now())).observe(people ?? document.body, {
			subtree: true,
			characterData: true,
			childList: true,
		});
	});
	for (let step = 1; step <= 120; step++) {
		await page.mouse.move(box.x + box.width / 2 + Math.round(40 * Math.sin(step / 15)), box.y + box.height / 2);
	}
	const stoppedMs = await page.evaluate(() => performance.now());
	await page.waitForTimeout(1000);
	await page.mouse.up();
	const { frames, updates } = await page.evaluate(
		() => (window as unknown as { record: { frames: number[]; updates: number[] } }).record,
	);
	const during = frames.filter((at) => at <= stoppedMs);
	const gaps = during
		.slice(1)
		.map((at, index) => at - during[index]!)
		.toSorted((a, b) => a - b);
	return {
		dragMs: stoppedMs - (during[0] ?? stoppedMs),
		frame: median(gaps),
		frame95: gaps[Math.floor(gaps.length * 0.95)] ?? 0,
		longest: gaps.at(-1) ?? 0,
		updates: updates.filter((at) => at <= stoppedMs).length,
		settledMs: Math.max(0, (updates.at(-1) ?? stoppedMs) - stoppedMs),
	};
}

async function boxOf(slider: ReturnType<Page['locator']>) {
	const box = await slider.boundingBox();
	if (!box) {
		throw new Error('The slider is not on the screen');
	}
	return box;
}
