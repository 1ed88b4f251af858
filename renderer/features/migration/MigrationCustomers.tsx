import { useMemo } from 'react';
import { EXCLUDED_PLACE, NOT_YET_PLACE } from '#shared/model/segmentMigration.ts';
import { REMAINDER_ID } from '#shared/model/segmentation.ts';
import { useDraft } from '../../engine/useDraft.ts';
import { useEngine } from '../../engine/useEngine.ts';
import { DraftCustomersPane } from '../../ui/grid/DraftCustomersPane.tsx';
import type { FetchPage } from '../../ui/grid/GridPages.ts';
import type { ViewProps } from '../../workbench/contribution.ts';
import { queryOf } from './movingQuery.ts';

/** The customers who went from one place to another, with their fields as of the later date. */
export function MigrationCustomers({ params }: ViewProps) {
	const engine = useEngine();
	const segmentation = useDraft();
	const query = useMemo(() => queryOf(params), [params]);
	const fetchPage = useMemo<FetchPage | null>(
		() =>
			query &&
			((from, count, signal) => engine.call('segments.moving', { segmentation, query, from, count }, { signal })),
		[engine, segmentation, query],
	);
	const known = new Set([...segmentation.segments.map(({ id }) => id), REMAINDER_ID, EXCLUDED_PLACE, NOT_YET_PLACE]);
	const isGone = [query?.origin, query?.destination].some((id) => id !== null && id !== undefined && !known.has(id));
	return (
		<DraftCustomersPane
			label={String(params['title'] ?? 'Customers')}
			isGone={isGone}
			fetchPage={fetchPage}
			openedFrom="Migration"
		/>
	);
}
