import { useMemo } from 'react';
import { useDraft } from '../../engine/useDraft.ts';
import { useEngine } from '../../engine/useEngine.ts';
import { DraftCustomersPane } from '../../ui/grid/DraftCustomersPane.tsx';
import type { FetchPage } from '../../ui/grid/GridPages.ts';
import type { ViewProps } from '../../workbench/contribution.ts';
import { queryOf } from './customersQuery.ts';

/** The customers who match some rules and not others, with all their fields. */
export function OverlapCustomers({ params }: ViewProps) {
	const engine = useEngine();
	const segmentation = useDraft();
	const query = useMemo(() => queryOf(params), [params]);
	const fetchPage = useMemo<FetchPage | null>(
		() =>
			query &&
			((from, count, signal) => engine.call('segments.matching', { segmentation, query, from, count }, { signal })),
		[engine, segmentation, query],
	);
	const known = new Set(segmentation.segments.map(({ id }) => id));
	const isGone = [...(query?.matching ?? []), ...(query?.notMatching ?? [])].some((id) => !known.has(id));
	return (
		<DraftCustomersPane
			label={String(params['title'] ?? 'Customers')}
			isGone={isGone}
			fetchPage={fetchPage}
			openedFrom="Overlap"
		/>
	);
}
