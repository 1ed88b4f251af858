import { useCallback } from 'react';
import type { MigrationDates, SegmentMigration } from '#shared/model/segmentMigration.ts';
import type { Segmentation } from '#shared/model/segmentation.ts';
import { dataOf, rulesOf } from '../../engine/ProofStore.ts';
import { useEngine } from '../../engine/useEngine.ts';
import { useLatest, type Latest } from '../../engine/useLatest.ts';
import { useProject } from '../../engine/useProject.ts';
import { useSettings } from '../../engine/useSettings.ts';

/** Who moved between the dates; asked again when rules, data, settings or dates change. Null dates ask nothing. */
export function useMigration(segmentation: Segmentation, dates: MigrationDates | null): Latest<SegmentMigration> {
	const engine = useEngine();
	const project = useProject();
	const { settings } = useSettings();
	const priorities = segmentation.segments.map(({ isPriority }) => isPriority === true);
	const question =
		dates && project && project.customers > 0
			? JSON.stringify([dates, dataOf(project), rulesOf(segmentation), segmentation.remainder, priorities, settings])
			: null;
	const ask = useCallback(
		(signal: AbortSignal) =>
			dates
				? engine.call('segments.migration', { segmentation, settings, dates }, { signal })
				: Promise.reject(new Error('There are no dates.')),
		// Colours and agreements move nobody.
		// oxlint-disable-next-line react/exhaustive-deps
		[engine, question],
	);
	return useLatest(question === null ? null : ask);
}
