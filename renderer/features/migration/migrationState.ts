import type { MigrationMeasure } from '#shared/charts/migrationMeasure.ts';
import type { MigrationDates } from '#shared/model/segmentMigration.ts';
import { dayOfIso, isoOfDay } from '#shared/rules/calendar.ts';
import { Store } from '../../engine/Store.ts';

export interface MigrationState {
	readonly measure: MigrationMeasure;
	/** null for so many days before the later date. */
	readonly from: string | null;
	/** null for the as-of date in force. */
	readonly to: string | null;
	readonly days: number;
}

/** As far back as the check of stability and the warnings of leaks look. */
export const DEFAULT_DAYS = 90;
export const presets = [30, 90, 180, 365] as const;

/** Kept while the app runs, so that the tab can be closed and opened again. */
export const migrationState = new Store<MigrationState>({
	measure: 'people',
	from: null,
	to: null,
	days: DEFAULT_DAYS,
});

/** The two dates that are meant. */
export function datesOf({ from, to, days }: Omit<MigrationState, 'measure'>, asOf: string): MigrationDates {
	const later = to ?? asOf;
	return { from: from ?? isoOfDay((dayOfIso(later) ?? 0) - days), to: later };
}
