import { useMemo } from 'react';
import { useDraft } from '../../../engine/useDraft.ts';
import { useEngine } from '../../../engine/useEngine.ts';
import { DraftCustomersPane } from '../../../ui/grid/DraftCustomersPane.tsx';
import type { FetchPage } from '../../../ui/grid/GridPages.ts';
import type { ViewProps } from '../../../workbench/contribution.ts';
import { groupOf, groupTitle, isGone } from './customersGroup.ts';

/** The customers behind a count: members, those lost to earlier rules, those whose data is missing, those who are excluded. */
export function SegmentCustomers({ params }: ViewProps) {
	const engine = useEngine();
	const segmentation = useDraft();
	const group = useMemo(() => groupOf(params), [params]);
	const fetchPage = useMemo<FetchPage | null>(
		() =>
			group &&
			((from, count, signal) => engine.call('segments.members', { segmentation, group, from, count }, { signal })),
		[engine, segmentation, group],
	);
	return (
		<DraftCustomersPane
			label={groupTitle(group, segmentation)}
			isGone={isGone(group, segmentation)}
			fetchPage={fetchPage}
			openedFrom="Segments"
		/>
	);
}
