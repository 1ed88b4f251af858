import type { Segmentation } from './segmentation.ts';

/** Moves a segment to a position of the list (0 is first); positions outside of it mean its ends. The same object where nothing moves. */
export function moveSegment(draft: Segmentation, id: string, position: number): Segmentation {
	const from = draft.segments.findIndex((segment) => segment.id === id);
	const moved = draft.segments[from];
	const to = Math.max(0, Math.min(draft.segments.length - 1, position));
	if (!moved || to === from) {
		return draft;
	}
	return { ...draft, segments: draft.segments.toSpliced(from, 1).toSpliced(to, 0, moved) };
}
