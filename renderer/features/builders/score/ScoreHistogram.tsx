import type { ScoreFacts, ScoreSettings } from '#shared/model/scoreBuilder.ts';
import { format } from '../../../ui/format.ts';
import { useProposalColor } from '../useProposalColor.ts';

interface ScoreHistogramProps {
	readonly facts: ScoreFacts;
	readonly settings: ScoreSettings;
}

const twoPlaces = new Intl.NumberFormat('en', { maximumFractionDigits: 2 });

/** How the scores are spread, in the colours of the tiers, and the expression behind them. */
export function ScoreHistogram({ facts, settings }: ScoreHistogramProps) {
	const color = useProposalColor();
	const { low, step, people } = facts.histogram;
	const most = Math.max(1, ...people);
	/** Place of the tier that holds the middle of a bar; cuts fall from the best tier down. */
	const tierOf = (score: number) => {
		const index = facts.cuts.findIndex((cut) => score > cut);
		return index < 0 ? facts.cuts.length : index;
	};
	const high = low + step * people.length;
	return (
		<section aria-label="Spread of the score">
			<h3>{`Score of ${format.count(facts.scored)} customers, ${twoPlaces.format(low)} to ${twoPlaces.format(high)}`}</h3>
			<div
				className="score-bars"
				role="img"
				aria-label={`Histogram of the score; tiers begin above ${facts.cuts.map((cut) => twoPlaces.format(cut)).join(', ')}`}
			>
				{people.map((count, bar) => (
					<span
						key={bar}
						title={`${twoPlaces.format(low + bar * step)} to ${twoPlaces.format(low + (bar + 1) * step)}: ${format.count(count)}`}
						style={{
							height: `${count === 0 ? 0 : Math.max(2, (count / most) * 100)}%`,
							background: color(tierOf(low + (bar + 0.5) * step)),
						}}
					/>
				))}
			</div>
			<details className="score-expression">
				<summary>{`Expression of the field ${settings.name}`}</summary>
				<code>{facts.expression}</code>
			</details>
		</section>
	);
}
