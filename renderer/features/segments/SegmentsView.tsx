import { REMAINDER_ID } from '#shared/model/segmentation.ts';
import { useAnswer } from '../../engine/useAnalysis.ts';
import { useDraft } from '../../engine/useDraft.ts';
import { useProject } from '../../engine/useProject.ts';
import { useSelection } from '../../engine/useSelection.ts';
import { useSegmentColor } from '../../theme/useTheme.ts';
import { formatNumber } from '#shared/metrics/formatNumber.ts';
import { format } from '../../ui/format.ts';
import { useRovingFocus } from '../../ui/useRovingFocus.ts';
import { useServices } from '../../workbench/useServices.ts';
import { BucketList } from './BucketList.tsx';
import { revealRequest } from './segmentsState.ts';
import './segmentsView.css';

/** The side bar: segments in rule order with their size. */
export function SegmentsView() {
	const services = useServices();
	const project = useProject();
	const draft = useDraft();
	const analysis = useAnswer();
	const { segmentId, select } = useSelection();
	const color = useSegmentColor();
	const roving = useRovingFocus('vertical');
	if (!project || project.customers === 0) {
		return (
			<p className="segments-view-note">
				Import customers, orders or campaign recipients first. Then sort the customers into segments here.
			</p>
		);
	}
	const counts = new Map(analysis?.segments.map((segment) => [segment.id, segment]));
	const rows = [...draft.segments, { id: REMAINDER_ID, name: draft.remainder }];
	const stop = rows.some(({ id }) => id === segmentId) ? segmentId : rows[0]?.id;
	return (
		<div className="segments-view">
			<div className="segments-view-list" role="listbox" aria-label="Segments" tabIndex={-1} onKeyDown={roving}>
				{rows.map(({ id, name }) => {
					const counted = counts.get(id);
					return (
						<div
							key={id}
							role="option"
							className="segments-view-row"
							aria-selected={id === segmentId}
							tabIndex={id === stop ? 0 : -1}
							title={name}
							onFocus={() => select.selectSegment(id)}
							onClick={() => services.layout.open('segments.editor')}
							onDoubleClick={() => revealRequest.set({ segmentId: id, range: { from: 0, to: 0 } })}
							onKeyDown={(event) => {
								if (event.key === 'Enter') {
									services.layout.open('segments.editor');
									revealRequest.set({ segmentId: id, range: { from: 0, to: 0 } });
								}
							}}
						>
							<span className="segments-view-color" style={{ background: color(id) }} />
							<span className="segments-view-name">{name}</span>
							<span className="segments-view-people number">{counted ? format.count(counted.people) : ''}</span>
							<span className="segments-view-share number">
								{counted && formatNumber(counted.share, 'share', { currency: null })}
							</span>
							<span className="segments-view-bar" aria-hidden="true">
								<span style={{ width: `${(counted?.share ?? 0) * 100}%`, background: color(id) }} />
							</span>
						</div>
					);
				})}
			</div>
			{analysis && <BucketList analysis={analysis} />}
		</div>
	);
}
