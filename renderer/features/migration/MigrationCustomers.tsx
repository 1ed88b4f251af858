import { useCallback, useMemo } from 'react';
import { EXCLUDED_PLACE, NOT_YET_PLACE } from '#shared/model/segmentMigration.ts';
import { REMAINDER_ID } from '#shared/model/segmentation.ts';
import { dataOf } from '../../engine/ProofStore.ts';
import { useDraft } from '../../engine/useDraft.ts';
import { useEngine } from '../../engine/useEngine.ts';
import { useProject } from '../../engine/useProject.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { GridPane } from '../../ui/grid/GridPane.tsx';
import type { ViewProps } from '../../workbench/contribution.ts';
import { queryOf } from './movingQuery.ts';

/** The customers who went from one place to another, with their fields as of the later date. */
export function MigrationCustomers({ params }: ViewProps) {
	const engine = useEngine();
	const project = useProject();
	const segmentation = useDraft();
	const query = useMemo(() => queryOf(params), [params]);
	const data = project && JSON.stringify(dataOf(project));
	const fetchPage = useCallback(
		(from: number, count: number, signal: AbortSignal) =>
			query === null
				? Promise.reject(new Error('This tab was saved by another version. Open it again from Migration.'))
				: engine.call('segments.moving', { segmentation, query, from, count }, { signal }),
		// The frames follow from the data, too.
		// oxlint-disable-next-line react/exhaustive-deps
		[engine, segmentation, query, data],
	);
	const types = useMemo(() => project?.fields ?? [], [project]);
	const known = new Set([...segmentation.segments.map(({ id }) => id), REMAINDER_ID, EXCLUDED_PLACE, NOT_YET_PLACE]);
	const isGone = [query?.origin, query?.destination].some((id) => id !== null && id !== undefined && !known.has(id));
	if (!project || project.customers === 0 || isGone) {
		return (
			<EmptyState icon="organization" title="These customers cannot be listed any more">
				A segment that they are told by was removed. Undo brings it back.
			</EmptyState>
		);
	}
	return <GridPane label={String(params['title'] ?? 'Customers')} fetchPage={fetchPage} types={types} />;
}
