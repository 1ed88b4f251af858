import type { MigrationMeasure } from '#shared/charts/migrationMeasure.ts';
import type { MigrationDates } from '#shared/model/segmentMigration.ts';
import { dayOfIso } from '#shared/rules/calendar.ts';
import { Select } from '../../ui/Select.tsx';
import { DateField } from './DateField.tsx';
import { migrationState, presets } from './migrationState.ts';

interface MigrationToolbarProps {
	readonly dates: MigrationDates;
	readonly measure: MigrationMeasure;
	readonly hasRevenue: boolean;
}

const OTHER = 'other';

/** The two dates, how far apart they are, and what is counted. */
export function MigrationToolbar({ dates, measure, hasRevenue }: MigrationToolbarProps) {
	const days = (dayOfIso(dates.to) ?? 0) - (dayOfIso(dates.from) ?? 0);
	const isPreset = presets.some((preset) => preset === days);
	return (
		<div className="migration-toolbar" role="group" aria-label="Dates">
			<DateField
				label="From"
				value={dates.from}
				onChange={(from) => migrationState.update((state) => ({ ...state, from }))}
			/>
			<DateField
				label="To"
				value={dates.to}
				onChange={(to) => migrationState.update((state) => ({ ...state, to, from: state.from ?? dates.from }))}
			/>
			<Select
				label="Days between"
				value={isPreset ? String(days) : OTHER}
				options={[
					...presets.map((preset) => ({ value: String(preset), label: `${preset} days` })),
					...(isPreset ? [] : [{ value: OTHER, label: `${days} days` }]),
				]}
				onChange={(chosen) => {
					if (chosen !== OTHER) {
						migrationState.update((state) => ({ ...state, from: null, days: Number(chosen) }));
					}
				}}
			/>
			{hasRevenue && (
				<Select
					label="Show"
					value={measure}
					options={[
						{ value: 'people', label: 'People' },
						{ value: 'revenueBefore', label: `Revenue up to ${dates.from}` },
						{ value: 'revenueAfter', label: `Revenue up to ${dates.to}` },
					]}
					onChange={(value) => migrationState.update((state) => ({ ...state, measure: value }))}
				/>
			)}
		</div>
	);
}
