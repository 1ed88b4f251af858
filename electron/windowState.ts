import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { z } from 'zod';

const rectangle = z.strictObject({ x: z.int(), y: z.int(), width: z.int().positive(), height: z.int().positive() });
export type Rectangle = z.infer<typeof rectangle>;

/** Where the window was; `bounds` are those it returns to when it is no longer maximised. Lengths in screen points. */
const windowState = z.strictObject({ bounds: rectangle, isMaximized: z.boolean() });
export type WindowState = z.infer<typeof windowState>;

export const MIN_WIDTH = 800;
export const MIN_HEIGHT = 560;
const DEFAULT_WIDTH = 1360;
const DEFAULT_HEIGHT = 860;
/** How much of the window must be on a screen to be found and moved with the mouse. */
const VISIBLE_WIDTH = 120;
const VISIBLE_HEIGHT = 40;

/** The saved state, or null where there is none that can be read: then the window opens as at the first time. */
export function readWindowState(path: string): WindowState | null {
	try {
		return windowState.parse(JSON.parse(readFileSync(path, 'utf8')));
	} catch {
		return null;
	}
}

/** Written beside and renamed, so that a crash leaves the old state or the new one. */
export function writeWindowState(path: string, state: WindowState): void {
	writeFileSync(`${path}.new`, JSON.stringify(state));
	renameSync(`${path}.new`, path);
}

/**
 * The saved state if its window would still be in reach on one of the screens, else one in the middle of the first screen.
 * @param workAreas of the connected screens, the primary one first, without task bars
 */
export function fitToScreens(saved: WindowState | null, workAreas: readonly Rectangle[]): WindowState {
	if (saved && workAreas.some((area) => isInReach(saved.bounds, area))) {
		const largest = { width: maximum(workAreas, 'width'), height: maximum(workAreas, 'height') };
		return {
			isMaximized: saved.isMaximized,
			bounds: {
				...saved.bounds,
				width: Math.max(MIN_WIDTH, Math.min(saved.bounds.width, largest.width)),
				height: Math.max(MIN_HEIGHT, Math.min(saved.bounds.height, largest.height)),
			},
		};
	}
	const area = workAreas[0] ?? { x: 0, y: 0, width: DEFAULT_WIDTH, height: DEFAULT_HEIGHT };
	const width = Math.min(DEFAULT_WIDTH, area.width);
	const height = Math.min(DEFAULT_HEIGHT, area.height);
	const x = area.x + Math.floor((area.width - width) / 2);
	const y = area.y + Math.floor((area.height - height) / 2);
	return { isMaximized: false, bounds: { x, y, width, height } };
}

/** The title bar, by which a window is moved, is at its top. */
function isInReach(window: Rectangle, area: Rectangle): boolean {
	const width = Math.min(window.x + window.width, area.x + area.width) - Math.max(window.x, area.x);
	return width >= VISIBLE_WIDTH && window.y >= area.y && window.y + VISIBLE_HEIGHT <= area.y + area.height;
}

function maximum(areas: readonly Rectangle[], side: 'width' | 'height'): number {
	return Math.max(...areas.map((area) => area[side]));
}
