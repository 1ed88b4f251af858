import { useCallback, useMemo } from 'react';
import { dataOf } from '../../engine/ProofStore.ts';
import { useDraft } from '../../engine/useDraft.ts';
import { useEngine } from '../../engine/useEngine.ts';
import { useProject } from '../../engine/useProject.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { GridPane } from '../../ui/grid/GridPane.tsx';
import type { ViewProps } from '../../workbench/contribution.ts';
import { queryOf } from './customersQuery.ts';

/** The customers who match some rules and not others, with all their fields. */
export function OverlapCustomers({ params }: ViewProps) {
	const engine = useEngine();
	const project = useProject();
	const segmentation = useDraft();
	const query = useMemo(() => queryOf(params), [params]);
	const data = project && JSON.stringify(dataOf(project));
	const fetchPage = useCallback(
		(from: number, count: number, signal: AbortSignal) =>
			query === null
				? Promise.reject(new Error('This tab was saved by another version. Open it again from Overlap.'))
				: engine.call('segments.matching', { segmentation, query, from, count }, { signal }),
		// The frame follows from the data, too.
		// oxlint-disable-next-line react/exhaustive-deps
		[engine, segmentation, query, data],
	);
	const types = useMemo(() => project?.fields ?? [], [project]);
	const known = new Set(segmentation.segments.map(({ id }) => id));
	const isGone = [...(query?.matching ?? []), ...(query?.notMatching ?? [])].some((id) => !known.has(id));
	if (!project || project.customers === 0 || isGone) {
		return (
			<EmptyState icon="organization" title="These customers cannot be listed any more">
				A segment that they are told by was removed. Undo brings it back.
			</EmptyState>
		);
	}
	return <GridPane label={String(params['title'] ?? 'Customers')} fetchPage={fetchPage} types={types} />;
}
