import { freeSegmentId } from '#shared/model/freeSegmentId.ts';
import { freeSegmentName } from '#shared/model/freeSegmentName.ts';
import type { SegmentDefinition, Segmentation } from '#shared/model/segmentation.ts';
import { renameReferences } from '#shared/rules/renameReferences.ts';
import { withRuleTexts } from '#shared/rules/withRuleTexts.ts';

/** Edits of a segmentation. Each returns the same object when there is nothing to change. */

export function addSegment(draft: Segmentation, given: { readonly name: string; readonly rule: string }): Segmentation {
	return { ...draft, segments: [...draft.segments, { id: freeSegmentId(draft, given.name), ...given }] };
}

/** Puts the copy right after its original, where it matches nobody until its rule is changed. */
export function duplicateSegment(draft: Segmentation, id: string): Segmentation {
	const position = draft.segments.findIndex((segment) => segment.id === id);
	const original = draft.segments[position];
	if (!original) {
		return draft;
	}
	const name = freeSegmentName(draft, `${original.name.slice(0, 100)} copy`);
	const copy = { ...original, id: freeSegmentId(draft, name), name };
	return { ...draft, segments: draft.segments.toSpliced(position + 1, 0, copy) };
}

export function removeSegment(draft: Segmentation, id: string): Segmentation {
	const segments = draft.segments.filter((segment) => segment.id !== id);
	return segments.length === draft.segments.length ? draft : { ...draft, segments };
}

export function changeSegment(
	draft: Segmentation,
	id: string,
	change: Partial<Omit<SegmentDefinition, 'id'>>,
): Segmentation {
	return {
		...draft,
		segments: draft.segments.map((segment) => (segment.id === id ? { ...segment, ...change } : segment)),
	};
}

/** Rules that name the segment go on naming it, unless the new name is that of another, which they would mean then. */
export function renameSegment(draft: Segmentation, id: string, name: string): Segmentation {
	const from = draft.segments.find((segment) => segment.id === id)?.name;
	const isTaken = [...draft.segments, ...draft.exclusions].some((other) => other.id !== id && other.name === name);
	const renamed =
		from === undefined || isTaken
			? draft
			: withRuleTexts(draft, (text) => renameReferences(text, 'segment', from, name));
	return changeSegment(renamed, id, { name });
}
