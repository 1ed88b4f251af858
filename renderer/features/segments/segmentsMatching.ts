import type { SegmentDefinition } from '#shared/model/segmentation.ts';

export interface PlacedSegment {
	readonly segment: SegmentDefinition;
	/** Place in the whole list, from 0. */
	readonly position: number;
}

/** The segments in which every word of the text stands: in name, rule, owner or action. */
export function segmentsMatching(segments: readonly SegmentDefinition[], text: string): readonly PlacedSegment[] {
	const words = text.toLowerCase().split(/\s+/).filter(Boolean);
	return segments
		.map((segment, position) => ({ segment, position }))
		.filter(({ segment: { name, rule, owner = '', action = '' } }) => {
			const all = [name, rule, owner, action].join('\n').toLowerCase();
			return words.every((word) => all.includes(word));
		});
}
