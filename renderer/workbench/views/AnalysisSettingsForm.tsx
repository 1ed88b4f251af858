import type { AnalysisSettings } from '#shared/model/settings.ts';
import { analysisSettings } from '#shared/model/settings.ts';
import { useProject } from '../../engine/useProject.ts';
import { useSettings } from '../../engine/useSettings.ts';
import { format } from '../../ui/format.ts';
import { Select } from '../../ui/Select.tsx';
import { useServices } from '../useServices.ts';
import { baselineChoices } from '../commands/baselineChoices.ts';
import { SettingText } from './SettingText.tsx';

const levels = [
	{ value: '0.9', label: '90 %' },
	{ value: '0.95', label: '95 %' },
	{ value: '0.99', label: '99 %' },
] as const;
const corrections = [
	{ value: 'benjamini-hochberg', label: 'Benjamini–Hochberg: for exploring' },
	{ value: 'holm', label: 'Holm: for a few declared hypotheses' },
] as const;

/** The settings that every figure depends on. */
export function AnalysisSettingsForm({ isDisabled }: { readonly isDisabled: boolean }) {
	const { settings, updateSettings } = useSettings();
	const { notifications } = useServices();
	const project = useProject();
	const change = (part: Partial<AnalysisSettings>) => {
		updateSettings(part).catch((error: unknown) => notifications.showError(error));
	};
	const derived = project?.asOf ? ` In force: ${format.date(project.asOf)}.` : '';
	const level = String(settings.level);
	return (
		<fieldset className="settings-group" disabled={isDisabled} style={{ border: 0, margin: 0, paddingInline: 0 }}>
			<SettingText
				label="As-of date"
				type="date"
				value={settings.asOf ?? ''}
				hint={`The day from which recency and tenure are counted. Empty: the day after the newest event in the data.${derived}`}
				read={(text) => (text === '' ? { value: null } : readWith(analysisSettings.shape.asOf, text))}
				problem="Enter a day such as 2024-03-31."
				onCommit={(asOf) => change({ asOf })}
			/>
			<Select
				label="Baseline"
				value={settings.baseline}
				options={baselineChoices.map(({ value, label }) => ({ value, label }))}
				hint={baselineChoices.find((choice) => choice.value === settings.baseline)?.detail}
				onChange={(baseline) => change({ baseline })}
			/>
			<Select
				label="Confidence level"
				value={level}
				options={levels.some((entry) => entry.value === level) ? levels : [{ value: level, label: level }, ...levels]}
				hint="Of every interval and test."
				onChange={(value) => change({ level: Number(value) })}
			/>
			<Select
				label="Correction for many comparisons"
				value={settings.correction}
				options={corrections}
				hint="Over the segments within one metric."
				onChange={(correction) => change({ correction })}
			/>
			<SettingText
				label="Smallest segment"
				type="number"
				value={String(settings.sizeFloor)}
				hint="Segments with fewer people are marked as too small."
				read={(text) => readWith(analysisSettings.shape.sizeFloor, Number(text))}
				problem="Enter a whole number of at least 2."
				onCommit={(sizeFloor) => change({ sizeFloor })}
			/>
			<SettingText
				label="Currency"
				type="text"
				value={settings.currency ?? ''}
				hint="Three letters, such as EUR. Empty: amounts are shown without a currency."
				read={(text) => (text === '' ? { value: null } : readWith(analysisSettings.shape.currency, text.toUpperCase()))}
				problem="Enter the three letters of a currency, such as EUR."
				onCommit={(currency) => change({ currency })}
			/>
		</fieldset>
	);
}

interface Schema<T> {
	safeParse(input: unknown): { readonly success: true; readonly data: T } | { readonly success: false };
}

function readWith<T>(schema: Schema<T>, input: unknown): { readonly value: T } | null {
	const parsed = schema.safeParse(input);
	return parsed.success ? { value: parsed.data } : null;
}
