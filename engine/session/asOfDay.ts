import type { AnalysisSettings } from '#shared/model/settings.ts';
import type { StoredTable } from '../store/StoredTable.ts';
import type { ProjectData } from './ProjectData.ts';

const MS_PER_DAY = 86_400_000;

/**
 * The day in force, in days since 1970-01-01: the setting; else the day after the newest event, so that every event counts;
 * else the day after the newest sign-up; else, in data without any date, the day of the newest import.
 */
export function asOfDay(
	settings: Pick<AnalysisSettings, 'asOf'>,
	data: Pick<ProjectData, 'newestDay'>,
	tables: readonly Pick<StoredTable, 'importedAt'>[],
): number {
	if (settings.asOf !== null) {
		return Date.parse(settings.asOf) / MS_PER_DAY;
	}
	if (data.newestDay !== null) {
		return data.newestDay + 1;
	}
	return Math.floor(Math.max(0, ...tables.map(({ importedAt }) => Date.parse(importedAt))) / MS_PER_DAY);
}

export function isoDay(day: number): string {
	return new Date(day * MS_PER_DAY).toISOString().slice(0, 10);
}
