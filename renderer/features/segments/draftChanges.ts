import type { SegmentDefinition, Segmentation } from '#shared/model/segmentation.ts';
import { REMAINDER_ID } from '#shared/model/segmentation.ts';

/** Edits of a segmentation. Each returns the same object when there is nothing to change. */

export function addSegment(draft: Segmentation, given: { readonly name: string; readonly rule: string }): Segmentation {
	return { ...draft, segments: [...draft.segments, { id: freeId(draft, given.name), ...given }] };
}

/** Puts the copy right after its original, where it matches nobody until its rule is changed. */
export function duplicateSegment(draft: Segmentation, id: string): Segmentation {
	const position = draft.segments.findIndex((segment) => segment.id === id);
	const original = draft.segments[position];
	if (!original) {
		return draft;
	}
	const name = freeName(draft, `${original.name.slice(0, 100)} copy`);
	const copy = { ...original, id: freeId(draft, name), name };
	return { ...draft, segments: draft.segments.toSpliced(position + 1, 0, copy) };
}

export function removeSegment(draft: Segmentation, id: string): Segmentation {
	const segments = draft.segments.filter((segment) => segment.id !== id);
	return segments.length === draft.segments.length ? draft : { ...draft, segments };
}

/** Moves a segment to a position of the list (0 is first); positions outside of it mean its ends. */
export function moveSegment(draft: Segmentation, id: string, position: number): Segmentation {
	const from = draft.segments.findIndex((segment) => segment.id === id);
	const moved = draft.segments[from];
	const to = Math.max(0, Math.min(draft.segments.length - 1, position));
	if (!moved || to === from) {
		return draft;
	}
	return { ...draft, segments: draft.segments.toSpliced(from, 1).toSpliced(to, 0, moved) };
}

export function changeSegment(
	draft: Segmentation,
	id: string,
	change: Partial<Pick<SegmentDefinition, 'name' | 'rule'>>,
): Segmentation {
	return {
		...draft,
		segments: draft.segments.map((segment) => (segment.id === id ? { ...segment, ...change } : segment)),
	};
}

/** The next free `Segment 1`, `Segment 2`, … */
export function freeName(draft: Segmentation, wish: string): string {
	const taken = new Set(draft.segments.map((segment) => segment.name.toLowerCase()));
	if (!taken.has(wish.toLowerCase())) {
		return wish;
	}
	const stem = wish.replace(/ \d+$/, '');
	let number = 2;
	while (taken.has(`${stem} ${number}`.toLowerCase())) {
		number++;
	}
	return `${stem} ${number}`;
}

/** An id made of the name: letters, digits and hyphens, so that it can be read in exports. */
function freeId(draft: Segmentation, name: string): string {
	const stem =
		name
			.normalize('NFKD')
			.replaceAll(/\p{M}/gu, '')
			.toLowerCase()
			.replaceAll(/[^a-z0-9]+/g, '-')
			.replaceAll(/^-+|-+$/g, '')
			.slice(0, 56) || 'segment';
	const taken = new Set([REMAINDER_ID, ...draft.segments.map((segment) => segment.id)]);
	let id = stem;
	for (let number = 2; taken.has(id); number++) {
		id = `${stem}-${number}`;
	}
	return id;
}
