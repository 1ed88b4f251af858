import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { fitToScreens, readWindowState, writeWindowState } from '../../electron/windowState.ts';

const laptop = { x: 0, y: 25, width: 1440, height: 875 };
const beamer = { x: 1440, y: 0, width: 1920, height: 1080 };

let dir: string;

beforeEach(() => {
	dir = mkdtempSync(join(tmpdir(), 'tranche-window-'));
});

afterEach(() => rmSync(dir, { recursive: true }));

test('a saved place comes back, and only one file is left', () => {
	const path = join(dir, 'window-state.json');
	const state = { bounds: { x: 10, y: 40, width: 1200, height: 800 }, isMaximized: true };
	writeWindowState(path, state);
	expect(readWindowState(path)).toEqual(state);
	expect(fitToScreens(state, [laptop])).toEqual(state);
	expect(readdirSync(dir)).toEqual(['window-state.json']);
});

test.each([
	'',
	'{',
	'[]',
	'{"bounds":{"x":1},"isMaximized":false}',
	'{"bounds":{"x":0,"y":0,"width":-5,"height":3},"isMaximized":false}',
])('a file that holds %j counts as no file', (content) => {
	const path = join(dir, 'window-state.json');
	writeFileSync(path, content);
	expect(readWindowState(path)).toBeNull();
});

test('the first window stands in the middle of the first screen and fits on it', () => {
	expect(fitToScreens(null, [laptop])).toEqual({
		isMaximized: false,
		bounds: { x: 40, y: 32, width: 1360, height: 860 },
	});
	expect(fitToScreens(null, [{ x: 0, y: 0, width: 1024, height: 700 }]).bounds).toEqual({
		x: 0,
		y: 0,
		width: 1024,
		height: 700,
	});
	expect(fitToScreens(null, []).bounds.width).toBeGreaterThan(0);
});

test('a window on a screen that is gone comes back to the first one', () => {
	const state = { bounds: { x: 1800, y: 100, width: 1200, height: 800 }, isMaximized: false };
	expect(fitToScreens(state, [laptop, beamer])).toEqual(state);
	expect(fitToScreens(state, [laptop]).bounds).toEqual({ x: 40, y: 32, width: 1360, height: 860 });
});

test('a window whose title bar cannot be reached counts as gone', () => {
	const above = { bounds: { x: 100, y: -400, width: 1000, height: 700 }, isMaximized: false };
	const aside = { bounds: { x: 1400, y: 100, width: 1000, height: 700 }, isMaximized: false };
	expect(fitToScreens(above, [laptop]).bounds.y).toBe(32);
	expect(fitToScreens(aside, [laptop]).bounds.x).toBe(40);
});

test('a window larger than every screen shrinks, one smaller than usable grows', () => {
	const huge = { bounds: { x: 0, y: 25, width: 5000, height: 3000 }, isMaximized: false };
	const tiny = { bounds: { x: 0, y: 25, width: 200, height: 100 }, isMaximized: false };
	expect(fitToScreens(huge, [laptop]).bounds).toEqual({ x: 0, y: 25, width: 1440, height: 875 });
	expect(fitToScreens(tiny, [laptop]).bounds).toEqual({ x: 0, y: 25, width: 800, height: 560 });
});
