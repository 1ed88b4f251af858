import type { FrameField } from '#shared/model/frameField.ts';
import type { ScoreFacts, ScoreField, ScoreSettings } from '#shared/model/scoreBuilder.ts';
import { format } from '../../../ui/format.ts';
import { IconButton } from '../../../ui/IconButton.tsx';
import { Select } from '../../../ui/Select.tsx';
import { isNumberField } from '../fieldChoices.ts';
import { NumberSetting } from '../NumberSetting.tsx';
import { suggestedField } from './scoreState.ts';

interface ScoreFieldsProps {
	readonly settings: ScoreSettings;
	readonly fields: readonly FrameField[];
	readonly facts: ScoreFacts | null;
	readonly onChange: (part: Partial<ScoreSettings>) => void;
}

const MAX_FIELDS = 12;

/** What goes into the score, and how much. */
export function ScoreFields({ settings, fields, facts, onChange }: ScoreFieldsProps) {
	const chosen = settings.fields;
	const total = chosen.reduce((sum, { weight }) => sum + weight, 0);
	const free = fields.filter((field) => isNumberField(field) && !chosen.some((one) => one.field === field.name));
	const set = (next: readonly ScoreField[]) => onChange({ fields: [...next] });
	return (
		<section aria-label="Fields of the score">
			<div className="proposal-place" role="region" aria-label="Table of the fields" tabIndex={0}>
				<table className="score-fields">
					<thead>
						<tr>
							<th scope="col">Field</th>
							<th scope="col">Good is</th>
							<th scope="col">It says what customers</th>
							<th scope="col">Weight</th>
							<th scope="col">Share</th>
							<th scope="col">Missing</th>
							<td />
						</tr>
					</thead>
					<tbody>
						{chosen.map((one, index) => {
							const { field, direction, kind, weight } = one;
							const change = (part: Partial<ScoreField>) => set(chosen.with(index, { ...one, ...part }));
							const missing = facts?.fields.find((known) => known.field === field)?.missing;
							return (
								<tr key={field}>
									<th scope="row">
										<code>{field}</code>
									</th>
									<td>
										<Select
											label={`Good end of ${field}`}
											isLabelHidden
											value={direction}
											options={[
												{ value: 'higher', label: 'high' },
												{ value: 'lower', label: 'low' },
											]}
											onChange={(next) => change({ direction: next })}
										/>
									</td>
									<td>
										<Select
											label={`Kind of ${field}`}
											isLabelHidden
											value={kind}
											options={[
												{ value: 'behaviour', label: 'do (behaviour)' },
												{ value: 'firmographic', label: 'are (firmographic)' },
											]}
											onChange={(next) => change({ kind: next })}
										/>
									</td>
									<td>
										<NumberSetting
											label={`Weight of ${field}`}
											isLabelHidden
											value={weight}
											low={0.01}
											high={1000}
											onCommit={(next) => change({ weight: next })}
											isWhole={false}
										/>
									</td>
									<td className="number">{format.share(weight / total)}</td>
									<td className="number">{missing === undefined ? '' : format.count(missing)}</td>
									<td>
										{chosen.length > 1 && (
											<IconButton
												icon="close"
												label={`Remove ${field}`}
												onClick={() => set(chosen.toSpliced(index, 1))}
											/>
										)}
									</td>
								</tr>
							);
						})}
					</tbody>
				</table>
			</div>
			{free.length > 0 && chosen.length < MAX_FIELDS && (
				<Select
					label="Add a field"
					isInline
					value=""
					options={[{ value: '', label: 'Choose…' }, ...free.map(({ name }) => ({ value: name, label: name }))]}
					onChange={(name) => {
						const field = free.find((one) => one.name === name);
						if (field) {
							set([...chosen, suggestedField(field)]);
						}
					}}
				/>
			)}
			<p className="score-note">
				Behaviour begins with four times the weight of what customers are: behavioural data weighs three to five times
				as much as firmographics (article on the return of segmentation, guide to audience segmentation).
			</p>
		</section>
	);
}
