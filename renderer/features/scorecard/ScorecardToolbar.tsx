import type { BaselineKind } from '#shared/model/settings.ts';
import { useSettings } from '../../engine/useSettings.ts';
import { Button } from '../../ui/Button.tsx';
import { Select } from '../../ui/Select.tsx';
import { useServices } from '../../workbench/useServices.ts';
import { MetricChooser } from './MetricChooser.tsx';

export interface ScorecardToolbarProps {
	readonly isReadOnly: boolean;
	readonly withValues: ReadonlySet<string>;
	readonly shown: ReadonlySet<string>;
	readonly onCopy: () => void;
}

const baselines: readonly { readonly value: BaselineKind; readonly label: string }[] = [
	{ value: 'rest', label: 'The rest' },
	{ value: 'control', label: 'Control group' },
	{ value: 'everyone', label: 'Everyone (diluted)' },
];
const corrections = [
	{ value: 'benjamini-hochberg', label: 'Benjamini–Hochberg: exploring' },
	{ value: 'holm', label: 'Holm: few set questions' },
] as const;
const levels = [
	{ value: '0.9', label: '90 %' },
	{ value: '0.95', label: '95 %' },
	{ value: '0.99', label: '99 %' },
];

export function ScorecardToolbar({ isReadOnly, withValues, shown, onCopy }: ScorecardToolbarProps) {
	const { notifications } = useServices();
	const { settings, updateSettings } = useSettings();
	const update = (change: Parameters<typeof updateSettings>[0]) => {
		updateSettings(change).catch((error: unknown) => notifications.showError(error));
	};
	const level = String(settings.level);
	return (
		<header className="scorecard-toolbar">
			<Select
				label="Compare with"
				isInline
				disabled={isReadOnly}
				value={settings.baseline}
				options={baselines}
				onChange={(baseline) => update({ baseline })}
			/>
			<div className="scorecard-correction" title="Correction for many comparisons">
				<Select
					label="Correction"
					isInline
					disabled={isReadOnly}
					value={settings.correction}
					options={corrections}
					onChange={(correction) => update({ correction })}
				/>
			</div>
			<Select
				label="Intervals"
				isInline
				disabled={isReadOnly}
				value={level}
				options={
					levels.some(({ value }) => value === level)
						? levels
						: [...levels, { value: level, label: `${settings.level * 100} %` }]
				}
				onChange={(value) => update({ level: Number(value) })}
			/>
			<div className="scorecard-toolbar-end">
				<MetricChooser withValues={withValues} shown={shown} />
				<Button icon="copy" className="scorecard-copy" title="Copy as CSV" onClick={onCopy}>
					Copy as CSV
				</Button>
			</div>
		</header>
	);
}
