import { useCallback } from 'react';
import type { Segmentation } from '#shared/model/segmentation.ts';
import type { SegmentOverlap } from '#shared/model/segmentOverlap.ts';
import { dataOf, rulesOf } from '../../engine/ProofStore.ts';
import { useEngine } from '../../engine/useEngine.ts';
import { useLatest, type Latest } from '../../engine/useLatest.ts';
import { useProject } from '../../engine/useProject.ts';

/** Who matches which rules of a segmentation; asked again when rules or data change. null asks nothing. */
export function useOverlap(segmentation: Segmentation | null): Latest<SegmentOverlap> {
	const engine = useEngine();
	const project = useProject();
	const hasCustomers = project !== null && project.customers > 0;
	const question = segmentation && hasCustomers ? JSON.stringify([dataOf(project), rulesOf(segmentation)]) : null;
	const ask = useCallback(
		(signal: AbortSignal) =>
			segmentation
				? engine.call('segments.overlap', { segmentation }, { signal })
				: Promise.reject(new Error('There is no segmentation.')),
		// Names, colours and agreements count nothing.
		// oxlint-disable-next-line react/exhaustive-deps
		[engine, question],
	);
	return useLatest(question === null ? null : ask);
}
