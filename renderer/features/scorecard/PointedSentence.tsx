import { findMetric } from '#shared/metrics/findMetric.ts';
import type { SelectedNumber } from '../../engine/SelectionStore.ts';
import type { Store } from '../../engine/Store.ts';
import { useStore } from '../../engine/useStore.ts';
import { cellSentence } from './cellSentence.ts';
import type { ScorecardRow } from './scorecardRows.ts';

export interface PointedSentenceProps {
	readonly rows: readonly ScorecardRow[];
	readonly pointed: Store<SelectedNumber | null>;
	readonly currency: string | null;
}

/** The cell under pointer or focus, in words. */
export function PointedSentence({ rows, pointed, currency }: PointedSentenceProps) {
	const place = useStore(pointed);
	const row = place && rows.find(({ segment }) => segment === place.segment);
	const record = place && row?.records.get(place.metric);
	const facts = place && findMetric(place.metric);
	return (
		<p className="scorecard-sentence">
			{row && record && facts
				? cellSentence(record, facts, row.name, currency)
				: 'Point at a figure to read it here; click it for everything behind it.'}
		</p>
	);
}
