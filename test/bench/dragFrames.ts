/**
 * `node build/run.mjs test/bench/dragFrames.ts [--orders N]`: drags a threshold in the built app over a project of the benchmark (N / 10
 * customers; `npm run bench -- import recalc --orders N` makes it) and prints how evenly the page drew and how soon the numbers followed.
 * An answer has come when its message is in the page, and is painted when the main thread has handed the frame with it on for display,
 * which a message that was sent in that frame waits for. Processor time is that of the page's main thread; other than the times on the
 * clock it hardly depends on what else the machine does.
 * Needs Chromium; with software drawing, as on a server, frames take longer than on a laptop.
 */
import { chromium, type CDPSession, type Page } from '@playwright/test';
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

/** The segment whose rule is dragged. */
const CARD = '.segment-card[data-segment="s3"]';
const STEPS = 120;

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
	await page.addInitScript(noteMessages);
	await page.goto(await addressOf(host));
	await page.getByRole('button', { name: /Open Project/ }).click();
	await choosePath(page, path);
	await page.getByRole('tab', { name: 'Segments' }).last().click({ timeout: 120_000 });
	await page.getByRole('button', { name: 'Show the rule of Segment 4 as conditions' }).click();
	const slider = page.getByRole('group', { name: 'Conditions of Segment 4' }).getByRole('slider').first();
	await slider.waitFor();
	// The lists beside it may still be filling, which moves it.
	await page.waitForTimeout(1000);
	const figures = await dragged(page, await boxOf(slider));
	console.log(
		`${customers.toLocaleString('en')} customers, 8 rules; a threshold dragged for ${(figures.dragMs / 1000).toFixed(1)} s`,
	);
	console.log(`frames: ${spread(figures.frames)}`);
	console.log(`numbers: ${figures.paints.length} times, painted after they came: ${spread(figures.paints)}`);
	const { script, layout, all } = figures.processorMs;
	const perAnswer = (timeMs: number) => (timeMs / Math.max(1, figures.paints.length)).toFixed(1);
	console.log(
		`processor time for each: ${perAnswer(all)} ms, of which scripts ${perAnswer(script)} ms, layout and style ${perAnswer(layout)} ms`,
	);
	console.log(`the last ones ${figures.settledMs.toFixed(0)} ms after the pointer stopped`);
} finally {
	await browser.close();
	host.kill();
	rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
}

interface Drag {
	/** Starts of frames, when the host's messages came, and when numbers were changed and painted; ms since the page began. */
	readonly frames: number[];
	readonly messages: number[];
	readonly updates: { readonly at: number; painted: number | null }[];
}

/** Notes when the host's messages come; to be run before the page's own scripts. */
function noteMessages(): void {
	const drag: Drag = { frames: [], messages: [], updates: [] };
	Object.assign(window, { drag });
	const Plain = window.WebSocket;
	window.WebSocket = class extends Plain {
		constructor(address: string | URL, protocols?: string | string[]) {
			super(address, protocols);
			this.addEventListener('message', () => drag.messages.push(performance.now()));
		}
	};
}

/** Notes every frame, and every change of the people of a segment with the time at which it was painted. */
function noteFrames(card: string): void {
	const { drag } = window as unknown as { drag: Drag };
	const frame = (now: number) => {
		drag.frames.push(now);
		requestAnimationFrame(frame);
	};
	requestAnimationFrame(frame);
	const peopleOf = () => document.querySelector(`${card} .segment-people strong`)?.textContent;
	let shown = peopleOf();
	new MutationObserver(() => {
		const people = peopleOf();
		if (people === shown) {
			return;
		}
		shown = people;
		const update: Drag['updates'][number] = { at: performance.now(), painted: null };
		drag.updates.push(update);
		// A message that is sent in a frame comes after the frame was painted.
		requestAnimationFrame(() => {
			const { port1, port2 } = new MessageChannel();
			port1.onmessage = () => {
				update.painted = performance.now();
			};
			port2.postMessage(null);
		});
	}).observe(document.body, { subtree: true, characterData: true, childList: true });
}

async function dragged(
	page: Page,
	box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
) {
	await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
	await page.mouse.down();
	const devTools = await page.context().newCDPSession(page);
	await devTools.send('Performance.enable', { timeDomain: 'threadTicks' });
	await page.evaluate(noteFrames, CARD);
	const before = await processorTimes(devTools);
	for (let step = 1; step <= STEPS; step++) {
		await page.mouse.move(box.x + box.width / 2 + Math.round(40 * Math.sin(step / 15)), box.y + box.height / 2);
	}
	const stoppedMs = await page.evaluate(() => performance.now());
	await page.waitForTimeout(1000);
	const after = await processorTimes(devTools);
	await page.mouse.up();
	const { frames, messages, updates } = await page.evaluate(() => (window as unknown as { drag: Drag }).drag);
	const during = frames.filter((at) => at <= stoppedMs);
	return {
		dragMs: stoppedMs - (during[0] ?? stoppedMs),
		frames: during.slice(1).map((at, index) => at - during[index]!),
		/** From the message that the numbers came with to the paint. */
		paints: updates.flatMap(({ at, painted }) => {
			const message = messages.findLast((time) => time <= at);
			return painted === null || message === undefined ? [] : [painted - message];
		}),
		processorMs: {
			script: after.script - before.script,
			layout: after.layout - before.layout,
			all: after.all - before.all,
		},
		settledMs: Math.max(0, (updates.at(-1)?.painted ?? stoppedMs) - stoppedMs),
	};
}

/** Of the page's main thread since it began, in ms. */
async function processorTimes(devTools: CDPSession) {
	const { metrics } = await devTools.send('Performance.getMetrics');
	const timeOf = (name: string) => 1000 * (metrics.find((metric) => metric.name === name)?.value ?? 0);
	return {
		script: timeOf('ScriptDuration'),
		layout: timeOf('LayoutDuration') + timeOf('RecalcStyleDuration'),
		all: timeOf('TaskDuration'),
	};
}

/** Median, the value that 95 % lie within, and the largest. */
function spread(times: readonly number[]): string {
	const sorted = times.toSorted((a, b) => a - b);
	const within = sorted[Math.floor(sorted.length * 0.95)] ?? 0;
	return `median ${median(times).toFixed(1)} ms, 95 % within ${within.toFixed(1)} ms, longest ${(sorted.at(-1) ?? 0).toFixed(1)} ms`;
}

async function boxOf(slider: ReturnType<Page['locator']>) {
	await slider.scrollIntoViewIfNeeded();
	const box = await slider.boundingBox();
	if (!box) {
		throw new Error('The slider is not on the screen');
	}
	return box;
}
