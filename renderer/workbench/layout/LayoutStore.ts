import { z } from 'zod';
import { Store } from '../../engine/Store.ts';

/** Sizes in CSS pixels. `editors` is what the dock serialises; it is handed back as it came. */
export const layoutState = z.object({
	sideBarView: z.string(),
	isSideBarVisible: z.boolean(),
	sideBarWidth: z.number().min(170).max(900),
	panelView: z.string(),
	isPanelVisible: z.boolean(),
	panelHeight: z.number().min(77).max(900),
	editors: z.unknown(),
});
export type LayoutState = z.infer<typeof layoutState>;

/** Windows below this width are narrow: they begin with one group of tabs and a slimmer side bar. */
export const NARROW_WINDOW_PX = 1280;

export function defaultLayout(windowWidthPx: number): LayoutState {
	return {
		sideBarView: 'tables.list',
		isSideBarVisible: true,
		sideBarWidth: windowWidthPx < NARROW_WINDOW_PX ? 220 : 270,
		panelView: 'workbench.problems',
		isPanelVisible: false,
		panelHeight: 190,
		editors: null,
	};
}

/** Where the parts of the window are, and which view each of them shows. */
export class LayoutStore {
	readonly state = new Store<LayoutState>(defaultLayout(window.innerWidth));
	/** View id of the active editor tab, '' without one. */
	readonly activeEditor = new Store('');

	change(change: Partial<LayoutState>): void {
		this.state.update((layout) => ({ ...layout, ...change }));
	}

	/** Takes a stored layout; one that cannot be read is replaced by the default. */
	restore(stored: unknown): void {
		const parsed = layoutState.safeParse(stored);
		this.state.set(parsed.success ? parsed.data : defaultLayout(window.innerWidth));
	}
}
