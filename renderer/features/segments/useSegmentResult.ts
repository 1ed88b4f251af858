import type { SegmentResult } from '#shared/model/segmentation.ts';
import { useAnswerPart } from '../../engine/useAnalysis.ts';

/** What a segment's rule found, or the remainder; null until it has been counted for the first time. */
export function useSegmentResult(id: string): SegmentResult | null {
	return useAnswerPart(({ segments }) => segments.find((segment) => segment.id === id) ?? null);
}
