import type { LayoutService } from '../services.ts';
import { NARROW_WINDOW_PX } from './LayoutStore.ts';

/** View ids of the first editor tabs, in order. */
export interface StartViews {
	readonly withoutProject: readonly string[];
	/** A project without tables. */
	readonly withoutData: readonly string[];
	readonly withData: readonly string[];
}

/** Opens the first tabs; the first one has the focus. Where there is room, rules and figures are seen beside each other. */
export function openStartViews(layout: LayoutService, views: readonly string[]): void {
	const isWide = window.innerWidth >= NARROW_WINDOW_PX;
	for (const [position, view] of views.entries()) {
		layout.open(view, {}, position === 0 ? {} : { isBeside: isWide, isInactive: !isWide });
	}
	const [first] = views;
	if (first) {
		layout.open(first);
	}
}
