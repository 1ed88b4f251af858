import type { Problem } from './problem.ts';
import type { SegmentDefinition } from './segmentation.ts';

/** The place of a problem that is about a segment as a whole. */
export function wholeRule({
	id,
	rule,
}: Pick<SegmentDefinition, 'id' | 'rule'>): Extract<Problem['source'], { kind: 'segment' }> {
	return { kind: 'segment', segmentId: id, from: 0, to: rule.length, line: 1, column: 1 };
}
