/** Browsers cap the height of an element (Chromium at about 33 million pixels, Firefox at 17). */
const MAX_HEIGHT = 15_000_000;

/**
 * Maps a scroll bar of limited height onto rows without limit. `offset` is in pixels of the whole height that the rows
 * would need, `scrollTop` in pixels of the element.
 */
export interface ScrollScale {
	/** Height of the scrolled element. */
	readonly height: number;
	readonly maxOffset: number;
	toOffset(scrollTop: number): number;
	toScrollTop(offset: number): number;
}

export function scrollScale(contentHeight: number, viewportHeight: number): ScrollScale {
	const height = Math.min(contentHeight, MAX_HEIGHT);
	const maxOffset = Math.max(0, contentHeight - viewportHeight);
	const maxScrollTop = Math.max(0, height - viewportHeight);
	const ratio = maxScrollTop === 0 ? 0 : maxOffset / maxScrollTop;
	return {
		height,
		maxOffset,
		toOffset: (scrollTop) => Math.min(maxOffset, Math.max(0, scrollTop * ratio)),
		toScrollTop: (offset) => (ratio === 0 ? 0 : Math.min(maxOffset, Math.max(0, offset)) / ratio),
	};
}
