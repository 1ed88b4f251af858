import { useCallback, useMemo } from 'react';
import type { FrameField } from '#shared/model/frameField.ts';
import { REMAINDER_ID } from '#shared/model/segmentation.ts';
import { useDraft } from '../../engine/useDraft.ts';
import { useEngine } from '../../engine/useEngine.ts';
import { useProject } from '../../engine/useProject.ts';
import { useRuleScope } from '../../engine/useRuleScope.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { GridPane } from '../../ui/grid/GridPane.tsx';
import type { ViewProps } from '../../workbench/contribution.ts';
import { useServices } from '../../workbench/useServices.ts';

const NO_FIELDS: readonly FrameField[] = [];

/** The customers of the whole base or of one segment, with all their fields as of the date. */
export function CustomersViewer({ params }: ViewProps) {
	const engine = useEngine();
	const { run } = useServices();
	const project = useProject();
	const segmentation = useDraft();
	const { segmentId: wanted } = params;
	const segmentId = typeof wanted === 'string' ? wanted : null;
	const data = JSON.stringify([project?.path, project?.asOf, project?.customers, project?.tables.map(({ id }) => id)]);
	const fetchPage = useCallback(
		(from: number, count: number, signal: AbortSignal) =>
			engine.call(
				'segments.members',
				{
					segmentation,
					group: segmentId === null ? { kind: 'everyone' } : { kind: 'members', id: segmentId },
					from,
					count,
				},
				{ signal },
			),
		// The frame follows from the data, too.
		// oxlint-disable-next-line react/exhaustive-deps
		[engine, segmentation, segmentId, data],
	);
	const fields = project?.fields ?? NO_FIELDS;
	const { book } = useRuleScope(fields);
	const types = useMemo(() => [...book.fields, ...fields], [book, fields]);
	const isKnown =
		segmentId === null ||
		segmentId === REMAINDER_ID ||
		segmentation.segments.some((segment) => segment.id === segmentId);
	if (!project || project.customers === 0) {
		return (
			<EmptyState
				icon="organization"
				title="No customers yet"
				action={
					<Button kind="primary" icon="add" onClick={() => void run('import.chooseFiles')}>
						Import files
					</Button>
				}
			>
				Customers come from the customers table, or from those seen in orders and campaigns.
			</EmptyState>
		);
	}
	if (!isKnown) {
		return (
			<EmptyState icon="organization" title="This segment is not there any more">
				It was removed. Undo brings it back.
			</EmptyState>
		);
	}
	return <GridPane label="Customers" fetchPage={fetchPage} types={types} />;
}
