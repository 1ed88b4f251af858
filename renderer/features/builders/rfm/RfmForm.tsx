import type { FrameField } from '#shared/model/frameField.ts';
import { fieldInWindow, ORDER_WINDOWS_MONTHS, recentFields } from '#shared/model/orderWindows.ts';
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
	...ORDER_WINDOWS_MONTHS.map((months) => ({ value: String(months), label: `Last ${months} months` })),
];

export function RfmForm({ settings, fields, onChange }: RfmFormProps) {
	const { fields: chosen, windowMonths, map } = settings;
	const numbers = fields
		// The window chooses among those that count within one.
		.filter((field) => isNumberField(field) && !recentFields.has(field.name))
		.map(({ name }) => ({ value: name, label: fieldInWindow(name, windowMonths) }));
	const maps = rfmMaps.map(({ id, name }) => ({ value: id, label: name }));
	const mapId = rfmMaps.find(({ boxes }) => boxes === map || JSON.stringify(boxes) === JSON.stringify(map))?.id;
	return (
		<form className="builder-form" aria-label="Settings of RFM" onSubmit={(event) => event.preventDefault()}>
			<Select
				label="Orders that count"
				value={String(windowMonths ?? '')}
				options={windows}
				onChange={(value) =>
					onChange({ windowMonths: ORDER_WINDOWS_MONTHS.find((months) => String(months) === value) ?? null })
				}
			/>
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
