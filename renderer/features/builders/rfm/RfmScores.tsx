import { Fragment } from 'react';
import type { RfmDimension, RfmFacts, RfmSettings } from '#shared/model/rfmBuilder.ts';
import { Select } from '../../../ui/Select.tsx';
import { format } from '../../../ui/format.ts';
import { CutFields } from '../CutFields.tsx';

interface RfmScoresProps {
	readonly facts: RfmFacts;
	readonly settings: RfmSettings;
	readonly onChange: (part: Partial<RfmSettings>) => void;
}

const titles = { recency: 'Recency', frequency: 'Frequency', monetary: 'Monetary value' } as const;
const cutKinds = [
	{ value: 'quantiles', label: 'Fifths of the people' },
	{ value: 'fixed', label: 'Own cuts' },
] as const;

/** What each score means in the data, and how many people have it. */
export function RfmScores({ facts, settings, onChange }: RfmScoresProps) {
	return (
		<section aria-label="Scores">
			<h3>{`Scores of ${format.count(facts.scored)} customers, 5 is best`}</h3>
			<div className="proposal-place" role="region" aria-label="Table of the scores" tabIndex={0}>
				<table className="rfm-scores">
					<thead>
						<tr>
							<th scope="col">Score</th>
							{[1, 2, 3, 4, 5].map((score) => (
								<th key={score} scope="col">
									{score}
								</th>
							))}
						</tr>
					</thead>
					<tbody>
						{facts.dimensions.map((dimension) => (
							<ScoreRow key={dimension.id} dimension={dimension} settings={settings} onChange={onChange} />
						))}
					</tbody>
				</table>
			</div>
		</section>
	);
}

interface ScoreRowProps extends Omit<RfmScoresProps, 'facts'> {
	readonly dimension: RfmDimension;
}

function ScoreRow({ dimension, settings, onChange }: ScoreRowProps) {
	const { id, field, people, ranges, cuts } = dimension;
	const chosen = settings.cuts[id];
	const setCuts = (next: RfmSettings['cuts'][typeof id]) => onChange({ cuts: { ...settings.cuts, [id]: next } });
	return (
		<tr>
			<th scope="row">
				<strong>{titles[id]}</strong> <code>{field}</code>
				<Select
					label={`Scores of ${titles[id]} by`}
					isLabelHidden
					value={chosen.kind}
					options={cutKinds}
					onChange={(kind) => setCuts(kind === 'fixed' ? { kind, values: rising(cuts) } : { kind })}
				/>
				{chosen.kind === 'fixed' && (
					<CutFields
						label={`Highest ${field} of each group`}
						values={chosen.values}
						count={4}
						onChange={(values) => setCuts({ kind: 'fixed', values: [...values] })}
					/>
				)}
			</th>
			{people.map((count, index) => (
				<td key={index} className="number" data-empty={count === 0}>
					<strong>
						{(ranges[index] ?? 'nobody').split(/ (?=to )/).map((part) => (
							<Fragment key={part}>
								<b>{part}</b>{' '}
							</Fragment>
						))}
					</strong>
					<span>{format.count(count)}</span>
				</td>
			))}
		</tr>
	);
}

/** Own cuts begin at those of the data; where ties made two the same, the later ones move up. */
function rising(cuts: readonly number[]): number[] {
	const values: number[] = [];
	for (const cut of cuts) {
		const last = values.at(-1);
		values.push(last !== undefined && cut <= last ? last + 1 : cut);
	}
	return values;
}
