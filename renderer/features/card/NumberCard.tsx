import { intervalText } from '#shared/charts/comparisonSentence.ts';
import { estimateOn } from '#shared/charts/liftScale.ts';
import { figureText } from '#shared/charts/figureText.ts';
import { isWithheld } from '#shared/charts/withheld.ts';
import { quantityOf } from '#shared/charts/formatQuantity.ts';
import { findMetric } from '#shared/metrics/findMetric.ts';
import { useAnswerInTime } from '../../engine/useAnalysis.ts';
import { useSelection } from '../../engine/useSelection.ts';
import { useSettings } from '../../engine/useSettings.ts';
import { copyText } from '../../charts/copyText.ts';
import { useSegmentColor } from '../../theme/useTheme.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { format } from '../../ui/format.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { useServices } from '../../workbench/useServices.ts';
import { ArmsTable } from './ArmsTable.tsx';
import { cardSections } from './cardSections.ts';
import { cardText } from './cardText.ts';
import './card.css';

/** Everything behind the selected figure. Follows the selection, so one card serves every view. */
export function NumberCard() {
	const services = useServices();
	const analysis = useAnswerInTime();
	const { settings } = useSettings();
	const { number } = useSelection();
	const color = useSegmentColor();
	const facts = number && findMetric(number.metric);
	const record =
		number && analysis?.numbers.find(({ metric, segment }) => metric === number.metric && segment === number.segment);
	if (!number || !facts || !record || !analysis) {
		return (
			<EmptyState
				icon="symbol-number"
				title="No figure selected"
				action={<Button onClick={() => void services.run('scorecard.open')}>Open the scorecard</Button>}
			>
				Click a figure in the scorecard or a segment in the lift chart to see everything behind it.
			</EmptyState>
		);
	}
	const segmentName =
		number.segment === null
			? 'all customers'
			: (analysis.segments.find(({ id }) => id === number.segment)?.name ?? number.segment);
	const quantity = quantityOf(facts, 'value', settings.currency);
	const figure = record.value === null ? 'No figure' : figureText(record, facts, settings.currency);
	const estimate = estimateOn(record, 'value');
	const own = estimate && intervalText(estimate, quantity).replace(/^ \(|\)$/g, '');
	const sections = cardSections({ record, facts, segmentName, settings, asOf: format.date(analysis.asOf) });
	const title = `${facts.label} of ${segmentName}`;
	return (
		<article className="card" aria-labelledby="card-title">
			<header className="card-header">
				<h2 id="card-title">
					{number.segment !== null && <span className="card-color" style={{ background: color(number.segment) }} />}
					{title}
				</h2>
				<IconButton
					icon="copy"
					label="Copy as text"
					onClick={() =>
						void copyText(
							services.notifications,
							'The card',
							cardText(title, `${figure} ${own ?? ''}`.trim(), sections),
						)
					}
				/>
			</header>
			<p className="card-figure">
				<strong className="number">{figure}</strong> <span className="number">{own}</span>
			</p>
			{record.reason !== null && <p className="card-reason">{record.reason}</p>}
			{record.arms && (
				<ArmsTable
					arms={record.arms}
					facts={facts}
					currency={settings.currency}
					isWithheld={isWithheld(record, 'value')}
				/>
			)}
			{sections.map(({ heading, lines }) => (
				<section key={heading} className="card-section">
					<h3>{heading}</h3>
					{lines.map(({ term, text }, index) =>
						term === null ? (
							<p key={index}>{text}</p>
						) : (
							<dl key={index} className="card-line">
								<dt>{term}</dt>
								<dd>{text}</dd>
							</dl>
						),
					)}
				</section>
			))}
		</article>
	);
}
