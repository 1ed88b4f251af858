import { useCallback, useEffect, useMemo, useState } from 'react';
import { segmentsMatching } from './segmentsMatching.ts';
import { moveSegment } from '#shared/model/moveSegment.ts';
import type { SegmentDefinition } from '#shared/model/segmentation.ts';
import { useDraft, useDraftActions } from '../../engine/useDraft.ts';
import { useProject } from '../../engine/useProject.ts';
import { useSelection } from '../../engine/useSelection.ts';
import { useStore } from '../../engine/useStore.ts';
import { AnalysisStatus } from '../../charts/AnalysisStatus.tsx';
import { NoDataState } from '../../charts/NoDataState.tsx';
import { ExclusionList } from './exclusions/ExclusionList.tsx';
import { cardStates, factRequest, withNewCards } from './facts/factsState.ts';
import { FirstSegments } from './FirstSegments.tsx';
import { FunnelBar } from './FunnelBar.tsx';
import { RemainderCard } from './RemainderCard.tsx';
import { SegmentCard } from './SegmentCard.tsx';
import { SegmentsToolbar } from './SegmentsToolbar.tsx';
import { revealRequest } from './segmentsState.ts';
import './segments.css';

/** The whole segmentation in one tab: every rule with its counts, in the order in which they take customers. */
export function SegmentsEditor() {
	const project = useProject();
	const draft = useDraft();
	const { updateDraft } = useDraftActions();
	const { segmentId, select } = useSelection();
	const reveal = useStore(revealRequest);
	const wantedFact = useStore(factRequest);
	const ids = useMemo(() => draft.segments.map(({ id }) => id), [draft.segments]);
	const cards = withNewCards(useStore(cardStates), ids);
	useEffect(() => cardStates.update((states) => withNewCards(states, ids)), [ids]);
	const [wanted, setWanted] = useState('');
	const [dragged, setDragged] = useState<SegmentDefinition | null>(null);
	const [dropPosition, setDropPosition] = useState<number | null>(null);
	const shown = useMemo(() => segmentsMatching(draft.segments, wanted), [draft.segments, wanted]);
	const endDrag = useCallback(() => {
		setDragged(null);
		setDropPosition(null);
	}, []);
	const drop = useCallback(
		(position: number) => {
			if (dragged !== null) {
				updateDraft((now) => moveSegment(now, dragged.id, position), `Move ${dragged.name}`);
			}
			endDrag();
		},
		[dragged, updateDraft, endDrag],
	);
	const selectSegment = useCallback((segmentId: string) => select.selectSegment(segmentId), [select]);
	if (!project || project.customers === 0) {
		return <NoDataState />;
	}
	return (
		<div className="segments-editor">
			<SegmentsToolbar project={project} draft={draft} wanted={wanted} onFind={setWanted} />
			<FunnelBar />
			<AnalysisStatus />
			{draft.segments.length === 0 && <FirstSegments fields={project.fields} isReadOnly={project.isReadOnly} />}
			<ExclusionList
				exclusions={draft.exclusions}
				fields={project.fields}
				isReadOnly={project.isReadOnly}
				reveal={reveal}
			/>
			<ol className="segments-list" aria-label="Segments in the order in which they take customers">
				{shown.map(({ segment, position }) => (
					<SegmentCard
						key={segment.id}
						segment={segment}
						position={position}
						lastPosition={draft.segments.length - 1}
						fields={project.fields}
						isReadOnly={project.isReadOnly}
						isOpen={
							reveal?.segmentId === segment.id ||
							wantedFact?.segmentId === segment.id ||
							cards.get(segment.id) === 'open'
						}
						isSelected={segment.id === segmentId}
						isDragged={segment.id === dragged?.id}
						isDropPlace={dragged !== null && segment.id !== dragged.id && position === dropPosition}
						reveal={reveal?.segmentId === segment.id ? reveal : null}
						onSelect={selectSegment}
						onDrag={setDragged}
						onDragOver={setDropPosition}
						onDragEnd={endDrag}
						onDrop={drop}
					/>
				))}
			</ol>
			{shown.length === 0 && draft.segments.length > 0 && (
				<p className="segment-note">No segment has “{wanted}” in its name, rule, owner or action.</p>
			)}
			<RemainderCard name={draft.remainder} isReadOnly={project.isReadOnly} isOnly={draft.segments.length === 0} />
		</div>
	);
}
