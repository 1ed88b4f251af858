import type { ScoreFacts, ScoreSettings } from '#shared/model/scoreBuilder.ts';
import { Button } from '../../../ui/Button.tsx';
import { IconButton } from '../../../ui/IconButton.tsx';
import { Select } from '../../../ui/Select.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { CutFields } from '../CutFields.tsx';
import { NumberSetting } from '../NumberSetting.tsx';

interface ScoreFormProps {
	readonly settings: ScoreSettings;
	readonly facts: ScoreFacts | null;
	readonly onChange: (part: Partial<ScoreSettings>) => void;
}

const MAX_TIERS = 10;

/** How values become comparable, and where the score is cut. */
export function ScoreForm({ settings, facts, onChange }: ScoreFormProps) {
	const { tiers, cuts } = settings;
	const canCut = cuts !== null || facts?.cuts.length === tiers.length - 1;
	return (
		<>
			<form className="builder-form" aria-label="Settings of the score" onSubmit={(event) => event.preventDefault()}>
				<TextField
					label="Name of the score"
					value={settings.name}
					maxLength={120}
					onChange={({ target }) => target.value !== '' && onChange({ name: target.value })}
				/>
				<Select
					label="Values become"
					value={settings.scaling}
					options={[
						{ value: 'standardised', label: 'standard deviations from the mean' },
						{ value: 'ranked', label: 'percentiles, 0 to 100' },
					]}
					onChange={(scaling) => onChange({ scaling, cuts: null })}
				/>
				<Select
					label="A missing value"
					value={settings.missing}
					options={[
						{ value: 'by-kind', label: 'is the worst in behaviour, else the middle' },
						{ value: 'middle', label: 'counts as the middle' },
						{ value: 'remainder', label: 'leaves the customer out' },
					]}
					onChange={(missing) => onChange({ missing })}
				/>
				<Select
					label="Tiers are cut by"
					value={cuts === null ? 'shares' : 'scores'}
					options={[
						{ value: 'shares', label: 'shares of the people' },
						...(canCut ? ([{ value: 'scores', label: 'own scores' }] as const) : []),
					]}
					onChange={(by) => onChange({ cuts: by === 'shares' ? null : (facts?.cuts ?? null) })}
				/>
				{cuts !== null && (
					<CutFields
						label="Score at which each tier but the first ends, rising"
						values={cuts.toReversed()}
						count={tiers.length - 1}
						onChange={(values) => onChange({ cuts: values.toReversed() })}
					/>
				)}
			</form>
			<ol className="score-tiers" aria-label="Tiers, best first">
				{tiers.map((tier, index) => (
					<li key={index} className="builder-form">
						<TextField
							label={`Tier ${index + 1}`}
							value={tier.name}
							maxLength={120}
							onChange={({ target }) =>
								target.value !== '' && onChange({ tiers: tiers.with(index, { ...tier, name: target.value }) })
							}
						/>
						{cuts === null && (
							<NumberSetting
								label="Share (%)"
								value={Number((tier.share * 100).toFixed(2))}
								low={0.1}
								high={100}
								onCommit={(percent) => onChange({ tiers: tiers.with(index, { ...tier, share: percent / 100 }) })}
								isWhole={false}
							/>
						)}
						{tiers.length > 2 && (
							<IconButton
								icon="close"
								label={`Remove tier ${index + 1}`}
								onClick={() => onChange({ tiers: tiers.toSpliced(index, 1), cuts: null })}
							/>
						)}
					</li>
				))}
				{tiers.length < MAX_TIERS && (
					<li>
						<Button
							icon="add"
							onClick={() =>
								onChange({ tiers: [...tiers, { name: `Tier ${tiers.length + 1}`, share: 0.1 }], cuts: null })
							}
						>
							Add a tier
						</Button>
					</li>
				)}
			</ol>
		</>
	);
}
