import { counted } from '#shared/base/counted.ts';
import type { Segmentation } from '#shared/model/segmentation.ts';
import type { RuleIntersection, SegmentOverlap } from '#shared/model/segmentOverlap.ts';
import { useSegmentColor } from '../../theme/useTheme.ts';
import { format } from '../../ui/format.ts';
import { useRovingFocus } from '../../ui/useRovingFocus.ts';
import { useServices } from '../../workbench/useServices.ts';
import { amountText, valueOf, wholeAmount } from './amountText.ts';
import { customersParams } from './customersQuery.ts';
import { nameOf } from './repairsOf.ts';
import type { Measure } from './overlapState.ts';

const MOST_SHOWN = 24;
const BAR_HEIGHT_PX = 120;

interface UpsetChartProps {
	readonly draft: Segmentation;
	readonly overlap: SegmentOverlap;
	readonly measure: Measure;
	readonly currency: string | null;
}

/**
 * The combinations of rules that customers match, as an UpSet chart (Lex et al. 2014): one column per combination, its bar above, its
 * rules as dots below. Arrow keys move between combinations, Enter lists their customers.
 */
export function UpsetChart({ draft, overlap, measure, currency }: UpsetChartProps) {
	const services = useServices();
	const color = useSegmentColor();
	const roving = useRovingFocus('horizontal');
	const known = new Set(draft.segments.map(({ id }) => id));
	const shown = overlap.intersections
		.filter(({ ids }) => ids.every((id) => known.has(id)))
		.toSorted((a, b) => valueOf(b, measure) - valueOf(a, measure))
		.slice(0, MOST_SHOWN);
	const inUse = new Set(shown.flatMap(({ ids }) => ids));
	const rows = draft.segments.filter(({ id }) => inUse.has(id));
	const largest = Math.max(1, ...shown.map((intersection) => valueOf(intersection, measure)));
	const left = overlap.intersections.length - shown.length + overlap.otherIntersections.count;
	const show = ({ ids }: RuleIntersection) => {
		const notMatching = draft.segments.flatMap(({ id }) => (ids.includes(id) ? [] : [id]));
		const title = `${ids.map((id) => nameOf(draft, id)).join(' and ')}, no other`;
		services.layout.open('overlap.customers', customersParams({ matching: ids, notMatching }, title));
	};
	if (shown.length === 0) {
		return <p className="overlap-note">No rule is true for anybody yet.</p>;
	}
	return (
		<>
			<div className="upset">
				<ul className="upset-names" aria-hidden="true">
					{rows.map(({ id, name }) => (
						<li key={id} title={name}>
							<span className="overlap-dot" style={{ background: color(id) }} />
							<span className="overlap-name">{name}</span>
						</li>
					))}
				</ul>
				<div className="upset-columns" role="toolbar" aria-label="Combinations of rules" onKeyDown={roving}>
					{shown.map((intersection, index) => {
						const names = intersection.ids.map((id) => nameOf(draft, id)).join(' and ');
						const only = intersection.ids.length === 1 ? 'only' : 'and no other rule';
						const sentence = `${names} ${only}: ${wholeAmount(intersection, currency)}`;
						const heightPx = (Math.max(0, valueOf(intersection, measure)) / largest) * BAR_HEIGHT_PX;
						return (
							<button
								key={intersection.ids.join(' ')}
								type="button"
								className="upset-column"
								data-shared={intersection.ids.length > 1}
								title={sentence}
								aria-label={sentence}
								tabIndex={index === 0 ? 0 : -1}
								onClick={() => show(intersection)}
							>
								<span className="upset-bar-place">
									<span className="upset-value number">{amountText(intersection, measure, currency)}</span>
									<span className="upset-bar" style={{ height: heightPx }} />
								</span>
								<span className="upset-dots">
									{rows.map(({ id }) => (
										<span
											key={id}
											className="upset-dot"
											data-on={intersection.ids.includes(id)}
											style={intersection.ids.includes(id) ? { background: color(id) } : undefined}
										/>
									))}
								</span>
							</button>
						);
					})}
				</div>
			</div>
			{left > 0 && (
				<p className="overlap-note">
					The {format.count(shown.length)} largest combinations are shown, {counted(left, 'smaller one')} left out.
				</p>
			)}
		</>
	);
}
