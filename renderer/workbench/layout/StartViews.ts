import type { LayoutService } from '../services.ts';

/** View ids of the first editor tabs, in order. */
export interface StartViews {
	readonly withoutProject: readonly string[];
	/** A project without tables. */
	readonly withoutData: readonly string[];
	readonly withData: readonly string[];
}

/** From this width on the second view opens beside the first, so that rules and figures are seen together. */
const BESIDE_FROM_WIDTH = 1280;

/** Opens the first tabs; the first one has the focus. */
export function openStartViews(layout: LayoutService, views: readonly string[]): void {
	const isWide = window.innerWidth >= BESIDE_FROM_WIDTH;
	for (const [position, view] of views.entries()) {
		layout.open(view, {}, position === 0 ? {} : { isBeside: isWide, isInactive: !isWide });
	}
	const [first] = views;
	if (first) {
		layout.open(first);
	}
}
