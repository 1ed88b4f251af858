import type { FrameField } from '#shared/model/frameField.ts';
import type { RfmSettings } from '#shared/model/rfmBuilder.ts';
import { rfmMaps } from '#shared/model/rfmMaps.ts';
import { Select } from '../../../ui/Select.tsx';
import { isNumberField } from '../fieldChoices.ts';

interface RfmFormProps {
	readonly settings: RfmSettings;
	readonly fields: readonly FrameField[];
	readonly onChange: (part: Partial<RfmSettings>) => void;
}

const windows = [
	{ value: '', label: 'Whole history' },
	{ value: '183', label: 'Last 6 months' },
	{ value: '365', label: 'Last 12 months' },
	{ value: '730', label: 'Last 24 months' },
] as const;

export function RfmForm({ settings, fields, onChange }: RfmFormProps) {
	const { fields: chosen, windowDays, map } = settings;
	const numbers = fields.filter(isNumberField).map(({ name }) => ({ value: name, label: name }));
	const maps = rfmMaps.map(({ id, name }) => ({ value: id, label: name }));
	const mapId = rfmMaps.find(({ boxes }) => boxes === map || JSON.stringify(boxes) === JSON.stringify(map))?.id;
	return (
		<form className="builder-form" aria-label="Settings of RFM" onSubmit={(event) => event.preventDefault()}>
			<Select
				label="Frequency"
				value={chosen.frequency}
				options={withChosen(numbers, chosen.frequency)}
				onChange={(frequency) => onChange({ fields: { ...chosen, frequency } })}
			/>
			<Select
				label="Monetary value"
				value={chosen.monetary}
				options={withChosen(numbers, chosen.monetary)}
				onChange={(monetary) => onChange({ fields: { ...chosen, monetary } })}
			/>
			<Select
				label="Customers whose last order is in the"
				value={windows.find(({ value }) => value === String(windowDays ?? ''))?.value ?? ''}
				options={windows}
				onChange={(days) => onChange({ windowDays: days === '' ? null : Number(days) })}
			/>
			<Select
				label="Map from scores to segments"
				value={mapId ?? maps[0]!.value}
				options={maps}
				onChange={(id) => {
					const boxes = rfmMaps.find((entry) => entry.id === id)?.boxes ?? [];
					onChange({ map: [...boxes], overrides: [] });
				}}
			/>
			<Select
				label="A cell that several segments claim goes to"
				value={settings.contested}
				options={[
					{ value: 'smallest', label: 'the one that claims the fewest cells' },
					{ value: 'first', label: 'the first in the list' },
				]}
				onChange={(contested) => onChange({ contested })}
			/>
			<Select
				label="A cell that nobody claims goes to"
				value={settings.uncovered}
				options={[
					{ value: 'nearest', label: 'the nearest segment' },
					{ value: 'remainder', label: 'the remainder' },
				]}
				onChange={(uncovered) => onChange({ uncovered })}
			/>
		</form>
	);
}

/** A field that the data does not have stays visible, so that the error has a place to be mended. */
function withChosen(options: readonly { readonly value: string; readonly label: string }[], chosen: string) {
	const isThere = options.some(({ value }) => value === chosen);
	return isThere ? options : [{ value: chosen, label: `${chosen} (not in the data)` }, ...options];
}
